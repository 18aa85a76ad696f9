# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, where, and as which Debian package.
include(GNUInstallDirs)
set(resources ${CMAKE_SOURCE_DIR}/resources)

install(TARGETS thalweg RUNTIME)
install(FILES ${resources}/thalweg.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${resources}/thalweg.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo
        RENAME org.example.thalweg.metainfo.xml)
install(FILES ${resources}/thalweg.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME thalweg.xml)
install(FILES ${resources}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${resources}/thalweg.svg DESTINATION ${icons}/scalable/apps)
install(FILES ${resources}/thalweg.png DESTINATION ${icons}/256x256/apps)
foreach(size 48 128)
    install(FILES ${resources}/thalweg-${size}.png DESTINATION ${icons}/${size}x${size}/apps
            RENAME thalweg.png)
endforeach()

# Debian wants these compressed, without a name or a time inside.
function(install_compressed document destination)
    set(compressed ${CMAKE_BINARY_DIR}/${document}.gz)
    add_custom_command(OUTPUT ${compressed} DEPENDS ${resources}/${document} VERBATIM
        COMMAND gzip -9nc ${resources}/${document} > ${compressed})
    target_sources(documents PRIVATE ${compressed})
    install(FILES ${compressed} DESTINATION ${destination})
endfunction()
add_custom_target(documents ALL)
install_compressed(thalweg.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(changelog ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Thalweg maintainers <thalweg@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "gradient descent as a ball that rolls down a curve")
set(CPACK_PACKAGE_DESCRIPTION
"Type a function, put a ball on its curve, and watch where gradient descent
takes it, how fast, and why it stops. Every change of the function, the initial
guess or the learning rate is shown at once, each step with its numbers, and
the end with a verdict in words.

Thalweg is for students who meet gradient descent for the first time, teachers
who show it, and engineers who want to know what a learning rate does to their
own function. Runs are exported as pictures, animations and tables, from the
window or from the command line, which needs no display.")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt finds both at run time: text needs a font, and Wayland a plugin.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-dejavu-core)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland)
include(CPack)
