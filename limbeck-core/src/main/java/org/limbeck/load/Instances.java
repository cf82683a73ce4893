package org.limbeck.load;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Revision;

/** Makes the one instance of a Java script. */
final class Instances {
    private Instances() {}

    /** @throws LimbeckException UNREADABLE_SCRIPT if the class is not a script or cannot be instantiated */
    static JavaScript of(ScriptHeader header, ClassLoader loader, String sourceHash) {
        Class<?> type = load(header, loader);
        if (!Migration.class.isAssignableFrom(type)) {
            throw bad(header, "The class " + type.getName() + " has @Revision and is not a Migration.")
                    .todo("declare it as: class " + type.getSimpleName() + " implements Migration")
                    .exception();
        }
        if (header.source() instanceof InClass source) {
            requireFresh(header, source, type);
        }
        return new JavaScript(header, create(header, type.asSubclass(Migration.class)), sourceHash);
    }

    private static Class<?> load(ScriptHeader header, ClassLoader loader) {
        try {
            return Class.forName(String.valueOf(header.className()), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw bad(header, "The class " + header.className() + " cannot be loaded.")
                    .why(e.toString())
                    .exception(e);
        }
    }

    private static void requireFresh(ScriptHeader header, InClass source, Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        String now = revision == null ? "nothing" : place(ScriptHeader.of(revision, source));
        if (!now.equals(place(header))) {
            throw bad(header, "The index of scripts is older than the class " + type.getName() + ".")
                    .why("The index says " + place(header) + ", the class says " + now + ".")
                    .todo("build the application anew")
                    .exception();
        }
    }

    /** All that decides where a script stands in the graph and what it is given. */
    private static String place(ScriptHeader header) {
        return header.id()
                + named(" down ", header.node().downs())
                + named(" depends on ", header.node().dependsOn())
                + named(" labels ", header.node().labels())
                + named(" parameters ", header.parameters());
    }

    private static String named(String what, List<String> values) {
        return values.isEmpty() ? "" : what + String.join(" ", values);
    }

    private static Migration create(ScriptHeader header, Class<? extends Migration> type) {
        try {
            Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw bad(header, "The constructor of the script fails.")
                    .why(cause.toString())
                    .exception(cause);
        } catch (NoSuchMethodException e) {
            throw bad(header, "The script has no constructor without parameters.")
                    .exception(e);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw bad(header, "The script cannot be instantiated.")
                    .why(e.toString())
                    .todo(
                            "make it a class that is neither abstract nor inside another one; open its package in a named module")
                    .exception(e);
        }
    }

    private static Problem bad(ScriptHeader header, String what) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what).at(header.node().place());
    }
}
