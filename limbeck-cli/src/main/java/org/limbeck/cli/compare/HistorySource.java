package org.limbeck.cli.compare;

import java.util.List;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;
import org.limbeck.replay.Replay;

/** What a history makes, replayed in memory, as the model: {@code history:reference}. */
final class HistorySource implements ModelSource {
    private final Invocation call;

    HistorySource(Invocation call) {
        this.call = call;
    }

    @Override
    public String scheme() {
        return "history";
    }

    @Override
    public Model read(Request request) {
        DatabaseSettings other = call.project().database(request.address());
        Replay replay = call.configure(other).load().history();
        List<String> remarks = replay.unknowns().stream()
                .map(unknown -> "Revision " + unknown.revision() + " of " + request.address()
                        + " holds raw SQL whose effect is not known without a database: " + unknown.what())
                .toList();
        return new Model(replay.schema(), Model.Scope.ALL, remarks);
    }
}
