package org.limbeck.testkit.fault;

import java.lang.reflect.Method;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The few calls that drivers answer on a lost connection: closing does nothing, and it says that it is closed. */
final class Afterlife {

    private static final Object NOTHING = new Object();
    private static final Map<String, Object> ANSWERS =
            Map.of("close", NOTHING, "abort", NOTHING, "isClosed", true, "isValid", false);

    private Afterlife() {}

    static boolean knows(Method method) {
        return ANSWERS.containsKey(method.getName());
    }

    static @Nullable Object answer(Method method) {
        Object answer = ANSWERS.get(method.getName());
        return answer == NOTHING ? null : answer;
    }
}
