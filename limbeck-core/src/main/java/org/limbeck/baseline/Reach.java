package org.limbeck.baseline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;
import org.limbeck.sql.SqlTokens;

/**
 * Keeps a history that is built in a scratch database from reaching out of it: raw SQL may name no other database of the
 * server, and attach none.
 */
final class Reach {
    private static final Set<String> LEADING_OUT = Set.of("attach", "use", "runscript", "script", "backup", "vacuum");

    private final Dialect dialect;
    private final Set<String> others;

    private Reach(Dialect dialect, Set<String> others) {
        this.dialect = dialect;
        this.others = others;
    }

    /** What can be reached from a connection. */
    static Reach of(Connection connection, Dialect dialect) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = connection.getMetaData().getCatalogs()) {
            while (rows.next()) {
                names.add(SqlTokens.name(rows.getString(1)));
            }
        }
        String own = connection.getCatalog();
        names.remove(own == null ? "" : SqlTokens.name(own));
        return new Reach(dialect, names);
    }

    /** @throws org.limbeck.error.LimbeckException NOT_SUPPORTED_HERE for a statement that could leave the place */
    void require(Step step) {
        step.nodes().forEach(node -> require(node, step.revision()));
    }

    private void require(PlanNode node, RevisionNode revision) {
        if (node instanceof PlanNode.Choice choice) {
            choice.then().forEach(one -> require(one, revision));
            choice.otherwise().forEach(one -> require(one, revision));
        } else if (node instanceof PlanNode.Leaf leaf && leaf.operation() instanceof ExecuteSql sql) {
            List<String> tokens = SqlTokens.of(dialect.words(sql.sql()), dialect.syntax());
            if (leadsOut(tokens)) {
                throw Problem.of(
                                ErrorCode.NOT_SUPPORTED_HERE,
                                "Revision " + revision.id() + " cannot be built in a scratch database")
                        .at(leaf.place())
                        .why("Its raw SQL names another database, or opens one, and would change it.")
                        .exception();
            }
        }
    }

    private boolean leadsOut(List<String> tokens) {
        if (!tokens.isEmpty() && LEADING_OUT.contains(tokens.get(0))) {
            return true;
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i + 1).equals(".") && others.contains(SqlTokens.name(tokens.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
