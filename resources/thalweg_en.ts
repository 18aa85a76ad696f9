<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BasinWording</name>
    <message numerus="yes">
        <source>after %n steps</source>
        <translation>
            <numerusform>after %n step</numerusform>
            <numerusform>after %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BifurcationView</name>
    <message numerus="yes">
        <source>At each of these α the run is still on its way after %n steps.</source>
        <translation>
            <numerusform>At each of these α the run is still on its way after %n step.</numerusform>
            <numerusform>At each of these α the run is still on its way after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At each of these α the run diverges or is still on its way after %n steps.</source>
        <translation>
            <numerusform>At each of these α the run diverges or is still on its way after %n step.</numerusform>
            <numerusform>At each of these α the run diverges or is still on its way after %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BriefWording</name>
    <message numerus="yes">
        <source>will swing between %n places</source>
        <translation>
            <numerusform>will swing between %n place</numerusform>
            <numerusform>will swing between %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>swings between %n places forever</source>
        <translation>
            <numerusform>swings between %n place forever</numerusform>
            <numerusform>swings between %n places forever</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>swings between %n drifting places</source>
        <translation>
            <numerusform>swings between %n drifting place</numerusform>
            <numerusform>swings between %n drifting places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message numerus="yes">
        <source>The file holds more than %n values.</source>
        <translation>
            <numerusform>The file holds more than %n value.</numerusform>
            <numerusform>The file holds more than %n values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MethodWords</name>
    <message numerus="yes">
        <source>α · %1 every %n steps</source>
        <translation>
            <numerusform>α · %1 every step</numerusform>
            <numerusform>α · %1 every %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>α grows in %n steps</source>
        <translation>
            <numerusform>α grows in %n step</numerusform>
            <numerusform>α grows in %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaneBasins</name>
    <message numerus="yes">
        <source>%n other places</source>
        <translation>
            <numerusform>%n other place</numerusform>
            <numerusform>%n other places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %n steps</source>
        <translation>
            <numerusform>after %n step</numerusform>
            <numerusform>after %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaneWording</name>
    <message numerus="yes">
        <source>will go round %n places</source>
        <translation>
            <numerusform>will go round %n place</numerusform>
            <numerusform>will go round %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>goes round %n places</source>
        <translation>
            <numerusform>goes round %n place</numerusform>
            <numerusform>goes round %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With more iterations it comes to go round %n places, up to %1 apart.</source>
        <translation>
            <numerusform>With more iterations it comes to go round %n place, up to %1 apart.</numerusform>
            <numerusform>With more iterations it comes to go round %n places, up to %1 apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes round %n places for ever, up to %1 apart.</source>
        <translation>
            <numerusform>Goes round %n place for ever, up to %1 apart.</numerusform>
            <numerusform>Goes round %n places for ever, up to %1 apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wanders without resting or repeating: its last %n steps stayed between %1 and %2.</source>
        <translation>
            <numerusform>Wanders without resting or repeating: its last step stayed between %1 and %2.</numerusform>
            <numerusform>Wanders without resting or repeating: its last %n steps stayed between %1 and %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The noise keeps it moving: its last %n steps lay about %1, %2 away from there on average.</source>
        <translation>
            <numerusform>The noise keeps it moving: its last step lay about %1, %2 away from there on average.</numerusform>
            <numerusform>The noise keeps it moving: its last %n steps lay about %1, %2 away from there on average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>|∇f| = %1: about %n more steps would bring it below %2.</source>
        <translation>
            <numerusform>|∇f| = %1: about %n more step would bring it below %2.</numerusform>
            <numerusform>|∇f| = %1: about %n more steps would bring it below %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f was falling to the end, and would at each of the next %n steps.</source>
        <translation>
            <numerusform>f was falling to the end, and would at the next step.</numerusform>
            <numerusform>f was falling to the end, and would at each of the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f was rising to the end, and would at each of the next %n steps.</source>
        <translation>
            <numerusform>f was rising to the end, and would at the next step.</numerusform>
            <numerusform>f was rising to the end, and would at each of the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f never rose at the end, nor would it in the next %n steps.</source>
        <translation>
            <numerusform>f never rose at the end, nor would it in the next step.</numerusform>
            <numerusform>f never rose at the end, nor would it in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f never fell at the end, nor would it in the next %n steps.</source>
        <translation>
            <numerusform>f never fell at the end, nor would it in the next step.</numerusform>
            <numerusform>f never fell at the end, nor would it in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No digit of f changed at the end, nor would one in the next %n steps.</source>
        <translation>
            <numerusform>No digit of f changed at the end, nor would one in the next step.</numerusform>
            <numerusform>No digit of f changed at the end, nor would one in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would bring it to a standstill.</source>
        <translation>
            <numerusform>One more step would bring it to a standstill.</numerusform>
            <numerusform>%n more steps would bring it to a standstill.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would take it to where f or ∇f has no value.</source>
        <translation>
            <numerusform>One more step would take it to where f or ∇f has no value.</numerusform>
            <numerusform>%n more steps would take it to where f or ∇f has no value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n more steps it would diverge.</source>
        <translation>
            <numerusform>With one more step it would diverge.</numerusform>
            <numerusform>With %n more steps it would diverge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is not enough memory for more than the first %n steps. Choose fewer iterations, or close other programs.</source>
        <translation>
            <numerusform>There is not enough memory for more than the first step. Choose fewer iterations, or close other programs.</numerusform>
            <numerusform>There is not enough memory for more than the first %n steps. Choose fewer iterations, or close other programs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %n steps</source>
        <translation>
            <numerusform>after %n step</numerusform>
            <numerusform>after %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps on, |∇f| would be %1 again.</source>
        <translation>
            <numerusform>One step on, |∇f| would be %1 again.</numerusform>
            <numerusform>%n steps on, |∇f| would be %1 again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the next %n steps it would get up to %1 away.</source>
        <translation>
            <numerusform>In the next step it would get up to %1 away.</numerusform>
            <numerusform>In the next %n steps it would get up to %1 away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would end going round %n places.</source>
        <translation>
            <numerusform>It would end going round %n place.</numerusform>
            <numerusform>It would end going round %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n steps it would be back within the tolerance, but at %1.</source>
        <translation>
            <numerusform>After %n step it would be back within the tolerance, but at %1.</numerusform>
            <numerusform>After %n steps it would be back within the tolerance, but at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n steps it would be back within the tolerance.</source>
        <translation>
            <numerusform>After %n step it would be back within the tolerance.</numerusform>
            <numerusform>After %n steps it would be back within the tolerance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes round %n places, up to %1 apart.</source>
        <translation>
            <numerusform>Goes round %n place, up to %1 apart.</numerusform>
            <numerusform>Goes round %n places, up to %1 apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It still would %n steps on.</source>
        <translation>
            <numerusform>It still would %n step on.</numerusform>
            <numerusform>It still would %n steps on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>|∇f| = %1: it would converge after about %n more steps.</source>
        <translation>
            <numerusform>|∇f| = %1: it would converge after about %n more step.</numerusform>
            <numerusform>|∇f| = %1: it would converge after about %n more steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run ended in the warm-up of %n steps: α had come to %1.</source>
        <translation>
            <numerusform>The run ended in the warm-up of %n step: α had come to %1.</numerusform>
            <numerusform>The run ended in the warm-up of %n steps: α had come to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointerWording</name>
    <message numerus="yes">
        <source>A run with this α is still on its way after %n steps.</source>
        <translation>
            <numerusform>A run with this α is still on its way after %n step.</numerusform>
            <numerusform>A run with this α is still on its way after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A run with this α still goes about from x = %1 to x = %2 after %n steps.</source>
        <translation>
            <numerusform>A run with this α still goes about from x = %1 to x = %2 after %n step.</numerusform>
            <numerusform>A run with this α still goes about from x = %1 to x = %2 after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A run with this α goes round %n points from x = %1 to x = %2.</source>
        <translation>
            <numerusform>A run with this α goes round %n point from x = %1 to x = %2.</numerusform>
            <numerusform>A run with this α goes round %n points from x = %1 to x = %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n longer tries were refused.</source>
        <translation>
            <numerusform>%n longer try was refused.</numerusform>
            <numerusform>%n longer tries were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictWording</name>
    <message numerus="yes">
        <source>after %n steps</source>
        <translation>
            <numerusform>after %n step</numerusform>
            <numerusform>after %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is not enough memory for more than the first %n steps. Choose fewer iterations, or close other programs.</source>
        <translation>
            <numerusform>There is not enough memory for more than the first step. Choose fewer iterations, or close other programs.</numerusform>
            <numerusform>There is not enough memory for more than the first %n steps. Choose fewer iterations, or close other programs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With more iterations it comes to swing between %n points, from x = %1 to x = %2.</source>
        <translation>
            <numerusform>With more iterations it comes to swing between %n point, from x = %1 to x = %2.</numerusform>
            <numerusform>With more iterations it comes to swing between %n points, from x = %1 to x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swings forever between %n points, from x = %1 to x = %2.</source>
        <translation>
            <numerusform>Swings forever between %n point, from x = %1 to x = %2.</numerusform>
            <numerusform>Swings forever between %n points, from x = %1 to x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With more iterations it comes to swing between %n points that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</source>
        <translation>
            <numerusform>With more iterations it comes to swing between %n point that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</numerusform>
            <numerusform>With more iterations it comes to swing between %n points that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swings forever between %n points that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</source>
        <translation>
            <numerusform>Swings forever between %n point that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</numerusform>
            <numerusform>Swings forever between %n points that lie only %1 apart: numbers of 16 digits come no closer to where f′ is 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Swings between about %n points that move only slowly: its last %n steps went from x = %1 to x = %2.</source>
        <translation>
            <numerusform>Swings between about %n point that move only slowly: its last step went from x = %1 to x = %2.</numerusform>
            <numerusform>Swings between about %n points that move only slowly: its last %n steps went from x = %1 to x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 its last %n steps went between x = %2 and x = %3</source>
        <translation>
            <numerusform>%1 its last step went between x = %2 and x = %3</numerusform>
            <numerusform>%1 its last %n steps went between x = %2 and x = %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marches on to ever smaller x: %1 it is at %2, where |f′| = %3. The next %n steps would go the same way.</source>
        <translation>
            <numerusform>Marches on to ever smaller x: %1 it is at %2, where |f′| = %3. The next step would go the same way.</numerusform>
            <numerusform>Marches on to ever smaller x: %1 it is at %2, where |f′| = %3. The next %n steps would go the same way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marches on to ever larger x: %1 it is at %2, where |f′| = %3. The next %n steps would go the same way.</source>
        <translation>
            <numerusform>Marches on to ever larger x: %1 it is at %2, where |f′| = %3. The next step would go the same way.</numerusform>
            <numerusform>Marches on to ever larger x: %1 it is at %2, where |f′| = %3. The next %n steps would go the same way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: it would converge after about %n more steps.</source>
        <translation>
            <numerusform>%1: it would converge after one more step.</numerusform>
            <numerusform>%1: it would converge after about %n more steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: about %n more steps would bring it below %2.</source>
        <translation>
            <numerusform>%1: one more step would bring it below %2.</numerusform>
            <numerusform>%1: about %n more steps would bring it below %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f was falling to the end, and would at each of the next %n steps.</source>
        <translation>
            <numerusform>f was falling to the end, and would at the next step.</numerusform>
            <numerusform>f was falling to the end, and would at each of the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f was rising to the end, and would at each of the next %n steps.</source>
        <translation>
            <numerusform>f was rising to the end, and would at the next step.</numerusform>
            <numerusform>f was rising to the end, and would at each of the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would bring it to a standstill: the next would be lost to rounding.</source>
        <translation>
            <numerusform>One more step would bring it to a standstill: the next would be lost to rounding.</numerusform>
            <numerusform>%n more steps would bring it to a standstill: the next would be lost to rounding.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n more steps it would diverge.</source>
        <translation>
            <numerusform>With one more step it would diverge.</numerusform>
            <numerusform>With %n more steps it would diverge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would take it to where numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope.</source>
        <translation>
            <numerusform>One more step would take it to where numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope.</numerusform>
            <numerusform>%n more steps would take it to where numbers beyond 1.8×10³⁰⁸ come up in computing f or its slope.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would take it to where f has no slope.</source>
        <translation>
            <numerusform>One more step would take it to where f has no slope.</numerusform>
            <numerusform>%n more steps would take it to where f has no slope.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would take it out of the domain of f.</source>
        <translation>
            <numerusform>One more step would take it out of the domain of f.</numerusform>
            <numerusform>%n more steps would take it out of the domain of f.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f never rose at the end, nor would it in the next %n steps.</source>
        <translation>
            <numerusform>f never rose at the end, nor would it in the next step.</numerusform>
            <numerusform>f never rose at the end, nor would it in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>f never fell at the end, nor would it in the next %n steps.</source>
        <translation>
            <numerusform>f never fell at the end, nor would it in the next step.</numerusform>
            <numerusform>f never fell at the end, nor would it in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps would bring it to a standstill.</source>
        <translation>
            <numerusform>One more step would bring it to a standstill.</numerusform>
            <numerusform>%n more steps would bring it to a standstill.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not divide its first %n steps by the size of the slope, so with step %2 it leapt over the hilltop at %3.</source>
        <translation>
            <numerusform>%1 does not divide its first step by the size of the slope, so with step %2 it leapt over the hilltop at %3.</numerusform>
            <numerusform>%1 does not divide its first %n steps by the size of the slope, so with step %2 it leapt over the hilltop at %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not divide its first %n steps by the size of the slope, so with step %2 it leapt over the bottom at %3.</source>
        <translation>
            <numerusform>%1 does not divide its first step by the size of the slope, so with step %2 it leapt over the bottom at %3.</numerusform>
            <numerusform>%1 does not divide its first %n steps by the size of the slope, so with step %2 it leapt over the bottom at %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n steps on that would be %2.</source>
        <translation>
            <numerusform>%1; %n step on that would be %2.</numerusform>
            <numerusform>%1; %n steps on that would be %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The schedule has brought α down to %1, %2 of the first: %n more steps would move it by no more than %3.</source>
        <translation>
            <numerusform>The schedule has brought α down to %1, %2 of the first: one more step would move it by no more than %3.</numerusform>
            <numerusform>The schedule has brought α down to %1, %2 of the first: %n more steps would move it by no more than %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run ended in the warm-up of %n steps: α had come to %1.</source>
        <translation>
            <numerusform>The run ended in the warm-up of %n step: α had come to %1.</numerusform>
            <numerusform>The run ended in the warm-up of %n steps: α had come to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>α was the same all the time: the schedule changes it only after %n steps.</source>
        <translation>
            <numerusform>α was the same all the time: the schedule changes it only after %n step.</numerusform>
            <numerusform>α was the same all the time: the schedule changes it only after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In its last %n steps |f′| was below the noise, %1, so that chance led them.</source>
        <translation>
            <numerusform>In its last step |f′| was below the noise, %1, so that chance led it.</numerusform>
            <numerusform>In its last %n steps |f′| was below the noise, %1, so that chance led them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would end swinging between %n points, from x = %1 to x = %2.</source>
        <translation>
            <numerusform>It would end swinging between %n point, from x = %1 to x = %2.</numerusform>
            <numerusform>It would end swinging between %n points, from x = %1 to x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n steps it would be back within the tolerance.</source>
        <translation>
            <numerusform>After %n step it would be back within the tolerance.</numerusform>
            <numerusform>After %n steps it would be back within the tolerance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No digit of f changed at the end, nor would one in the next %n steps.</source>
        <translation>
            <numerusform>No digit of f changed at the end, nor would one in the next step.</numerusform>
            <numerusform>No digit of f changed at the end, nor would one in the next %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rattles about the minimum at x = %1: its last %n steps went between x = %2 and x = %3.</source>
        <translation>
            <numerusform>Rattles about the minimum at x = %1: its last step went between x = %2 and x = %3.</numerusform>
            <numerusform>Rattles about the minimum at x = %1: its last %n steps went between x = %2 and x = %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rattles about the maximum at x = %1: its last %n steps went between x = %2 and x = %3.</source>
        <translation>
            <numerusform>Rattles about the maximum at x = %1: its last step went between x = %2 and x = %3.</numerusform>
            <numerusform>Rattles about the maximum at x = %1: its last %n steps went between x = %2 and x = %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rattles on: its last %n steps went between x = %1 and x = %2.</source>
        <translation>
            <numerusform>Rattles on: its last step went between x = %1 and x = %2.</numerusform>
            <numerusform>Rattles on: its last %n steps went between x = %1 and x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Momentum carried it over the hilltop at %1 for good in step %2, after it had gone over it and back %n times.</source>
        <translation>
            <numerusform>Momentum carried it over the hilltop at %1 for good in step %2, after it had gone over it and back once.</numerusform>
            <numerusform>Momentum carried it over the hilltop at %1 for good in step %2, after it had gone over it and back %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Momentum carried it through the bottom at %1 for good in step %2, after it had gone through it and back %n times.</source>
        <translation>
            <numerusform>Momentum carried it through the bottom at %1 for good in step %2, after it had gone through it and back once.</numerusform>
            <numerusform>Momentum carried it through the bottom at %1 for good in step %2, after it had gone through it and back %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It went over the hilltop at %1 and back %n times, the last time in steps %2 and %3.</source>
        <translation>
            <numerusform>It went over the hilltop at %1 and back once, the last time in steps %2 and %3.</numerusform>
            <numerusform>It went over the hilltop at %1 and back %n times, the last time in steps %2 and %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It went through the bottom at %1 and back %n times, the last time in steps %2 and %3.</source>
        <translation>
            <numerusform>It went through the bottom at %1 and back once, the last time in steps %2 and %3.</numerusform>
            <numerusform>It went through the bottom at %1 and back %n times, the last time in steps %2 and %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would have converged after %n steps, at x = %2.</source>
        <translation>
            <numerusform>With α = %1 at every step it would have converged after %n step, at x = %2.</numerusform>
            <numerusform>With α = %1 at every step it would have converged after %n steps, at x = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would have converged after %n steps.</source>
        <translation>
            <numerusform>With α = %1 at every step it would have converged after %n step.</numerusform>
            <numerusform>With α = %1 at every step it would have converged after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would have diverged after %n steps.</source>
        <translation>
            <numerusform>With α = %1 at every step it would have diverged after %n step.</numerusform>
            <numerusform>With α = %1 at every step it would have diverged after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would have come to where f or f′ has no value after %n steps.</source>
        <translation>
            <numerusform>With α = %1 at every step it would have come to where f or f′ has no value after %n step.</numerusform>
            <numerusform>With α = %1 at every step it would have come to where f or f′ has no value after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would have come to a standstill after %n steps.</source>
        <translation>
            <numerusform>With α = %1 at every step it would have come to a standstill after %n step.</numerusform>
            <numerusform>With α = %1 at every step it would have come to a standstill after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With α = %1 at every step it would not have converged in %n steps.</source>
        <translation>
            <numerusform>With α = %1 at every step it would not have converged in %n step.</numerusform>
            <numerusform>With α = %1 at every step it would not have converged in %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The warm-up shortened its first %n steps: α was below %1 there.</source>
        <translation>
            <numerusform>The warm-up shortened its first step: α was below %1 there.</numerusform>
            <numerusform>The warm-up shortened its first %n steps: α was below %1 there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The schedule cut α %n times, to %1 at its last step.</source>
        <translation>
            <numerusform>The schedule cut α once, to %1 at its last step.</numerusform>
            <numerusform>The schedule cut α %n times, to %1 at its last step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 overshot: it passed the minimum, at %2, %n times.</source>
        <translation>
            <numerusform>%1 overshot: it passed the minimum, at %2, once.</numerusform>
            <numerusform>%1 overshot: it passed the minimum, at %2, %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 overshot: it passed the maximum, at %2, %n times.</source>
        <translation>
            <numerusform>%1 overshot: it passed the maximum, at %2, once.</numerusform>
            <numerusform>%1 overshot: it passed the maximum, at %2, %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It swung about the minimum, at %1, and passed it %n times.</source>
        <translation>
            <numerusform>It swung about the minimum, at %1, and passed it once.</numerusform>
            <numerusform>It swung about the minimum, at %1, and passed it %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It swung about the maximum, at %1, and passed it %n times.</source>
        <translation>
            <numerusform>It swung about the maximum, at %1, and passed it once.</numerusform>
            <numerusform>It swung about the maximum, at %1, and passed it %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps on, |f′| would be %1 again.</source>
        <translation>
            <numerusform>%n step on, |f′| would be %1 again.</numerusform>
            <numerusform>%n steps on, |f′| would be %1 again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the next %n steps x would get up to %1 away.</source>
        <translation>
            <numerusform>In the next step x would get up to %1 away.</numerusform>
            <numerusform>In the next %n steps x would get up to %1 away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the next %n steps x would get up to %1 away, with |f′| below %2 all the time.</source>
        <translation>
            <numerusform>In the next step x would get up to %1 away, with |f′| below %2 all the time.</numerusform>
            <numerusform>In the next %n steps x would get up to %1 away, with |f′| below %2 all the time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n steps it would be back within the tolerance, but at x = %1.</source>
        <translation>
            <numerusform>After %n step it would be back within the tolerance, but at x = %1.</numerusform>
            <numerusform>After %n steps it would be back within the tolerance, but at x = %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n arguments</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>model::ReportWatch</name>
    <message numerus="yes">
        <source>Computing the run: %n steps so far …</source>
        <translation>
            <numerusform>Computing the run: %n step so far …</numerusform>
            <numerusform>Computing the run: %n steps so far …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::GoOn</name>
    <message numerus="yes">
        <source>Go on to %n steps</source>
        <translation>
            <numerusform>Go on to %n step</numerusform>
            <numerusform>Go on to %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The limit of iterations ended this run. Let it go on to %n steps.</source>
        <translation>
            <numerusform>The limit of iterations ended this run. Let it go on to %n step.</numerusform>
            <numerusform>The limit of iterations ended this run. Let it go on to %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::IterationPage</name>
    <message numerus="yes">
        <source>Room for %1 of %n digits. Widen this panel for more.</source>
        <translation>
            <numerusform>Room for %1 of %n digit. Widen this panel for more.</numerusform>
            <numerusform>Room for %1 of %n digits. Widen this panel for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::MainWindow</name>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::RaceModel</name>
    <message numerus="yes">
        <source>It came within the tolerance after %n steps, and left again.</source>
        <translation>
            <numerusform>It came within the tolerance after %n step, and left again.</numerusform>
            <numerusform>It came within the tolerance after %n steps, and left again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::Sharing</name>
    <message numerus="yes">
        <source>The table is in the clipboard: %n rows.</source>
        <translation>
            <numerusform>The table is in the clipboard: %n row.</numerusform>
            <numerusform>The table is in the clipboard: %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The race is in the clipboard: %n runners.</source>
        <translation>
            <numerusform>The race is in the clipboard: %n runner.</numerusform>
            <numerusform>The race is in the clipboard: %n runners.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::Transport</name>
    <message numerus="yes">
        <source>%n steps/s</source>
        <translation>
            <numerusform>%n step/s</numerusform>
            <numerusform>%n steps/s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window::VerdictCard</name>
    <message numerus="yes">
        <source>Computing: %n steps so far …</source>
        <translation>
            <numerusform>Computing: %n step so far …</numerusform>
            <numerusform>Computing: %n steps so far …</numerusform>
        </translation>
    </message>
</context>
</TS>
