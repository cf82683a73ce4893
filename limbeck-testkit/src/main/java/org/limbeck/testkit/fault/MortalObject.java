package org.limbeck.testkit.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A JDBC object whose calls go to the driver while the process lives and fail afterwards. Objects it returns are mortal
 * too. {@code unwrap} gives the driver's own object, which dies with its connection but is not counted.
 */
final class MortalObject implements InvocationHandler {

    private static final List<Class<?>> MORTAL_TYPES = List.of(
            Connection.class,
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class);

    private final MortalProcess process;
    private final Object target;
    private final @Nullable Object parent;
    private final String preparedSql;
    private final List<String> batch = new ArrayList<>();

    private MortalObject(MortalProcess process, Object target, @Nullable Object parent, String preparedSql) {
        this.process = process;
        this.target = target;
        this.parent = parent;
        this.preparedSql = preparedSql;
    }

    static Connection connection(MortalProcess process, Connection target) {
        return (Connection) wrap(Connection.class, new MortalObject(process, target, null, ""));
    }

    private static Object wrap(Class<?> type, MortalObject handler) {
        return Proxy.newProxyInstance(MortalObject.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, given);
        }
        if (process.isDead() && Afterlife.knows(method)) {
            return Afterlife.answer(method);
        }
        process.requireAlive();
        Object family = parentOf(method);
        if (family != null) {
            return family;
        }
        String sent = SentStatement.of(target, method, given, preparedSql, batch);
        MortalProcess.Call call = () -> call(method, given);
        return mortal(proxy, sent == null ? call.make() : process.send(sent, call), given);
    }

    private @Nullable Object identity(Object proxy, Method method, Object[] given) {
        return switch (method.getName()) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "mortal " + target;
        };
    }

    /** What leads from a statement or a result back to where it came from must lead to the mortal object. */
    private @Nullable Object parentOf(Method method) {
        boolean toParent = (method.getName().equals("getConnection") && parent instanceof Connection)
                || (method.getName().equals("getStatement") && parent instanceof Statement);
        return toParent ? parent : null;
    }

    private @Nullable Object call(Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    private @Nullable Object mortal(Object proxy, @Nullable Object result, Object[] given) {
        if (result == null) {
            return null;
        }
        String sql = given.length > 0 && given[0] instanceof String text ? text : "";
        return MORTAL_TYPES.stream()
                .filter(type -> type.isInstance(result))
                .findFirst()
                .map(type -> wrap(type, new MortalObject(process, result, proxy, sql)))
                .orElse(result);
    }
}
