// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dlfcn.h>
#include <pthread.h>

#include <QtGlobal>
#include <atomic>
#include <cerrno>

/// How many more threads the system gives to this process.
inline std::atomic<int> threadsLeft = 1'000'000;

/// Everybody here makes threads by this, also in libraries. Include it in one file of a program.
extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                              void* (*start)(void*), void* argument) {
    using Create = int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
    static const auto create = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "pthread_create"));
    if (--threadsLeft < 0) return EAGAIN;
    return create(thread, attributes, start, argument);
}

/// The system gives only so many more threads, by default none.
class ThreadLimit {
public:
    explicit ThreadLimit(int most = 0) : m_before(threadsLeft.exchange(most)) {}
    ~ThreadLimit() { threadsLeft = m_before; }
    Q_DISABLE_COPY_MOVE(ThreadLimit)

private:
    int m_before;
};
