package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DropView;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Views that read what gets another name. H2 keeps their old text, says that they are valid, and fails when they are
 * read; so they are dropped before and created after with the new name. Only a live database knows its views.
 */
final class ReadingViews {
    private final Dialect dialect;
    private final StateView before;

    ReadingViews(Dialect dialect, StateView before) {
        this.dialect = dialect;
        this.before = before;
    }

    List<Statement> around(QualifiedName table, List<Statement> change, UnaryOperator<ViewText> adapt) {
        List<View> old = before.live() ? before.viewsReading(table) : List.of();
        List<View> changed = new ArrayList<>();
        for (View view : old) {
            String text =
                    adapt.apply(new ViewText(dialect, view, view.query().sql())).text();
            changed.add(view.withQuery(SqlText.of(text)));
        }
        return changed.equals(old) ? change : restated(changed, change);
    }

    private List<Statement> restated(List<View> views, List<Statement> change) {
        List<Statement> statements = new ArrayList<>();
        Statements words = new Statements(dialect, before);
        for (int i = views.size() - 1; i >= 0; i--) {
            statements.addAll(words.visit(new DropView(views.get(i).name(), false, null)));
        }
        statements.addAll(change);
        for (View view : views) {
            statements.addAll(words.visit(new CreateView(view)));
            for (Trigger trigger : before.triggersOn(view.name())) {
                statements.addAll(words.visit(new CreateTrigger(trigger)));
            }
        }
        return statements;
    }
}
