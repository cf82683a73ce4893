package org.limbeck.cli.compare;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;

/** Another database of the settings as the model: {@code database:reference}. */
final class DatabaseSource implements ModelSource {
    private final Invocation call;

    DatabaseSource(Invocation call) {
        this.call = call;
    }

    @Override
    public String scheme() {
        return "database";
    }

    @Override
    public Model read(Request request) {
        DatabaseSettings other = call.project().database(request.address());
        return Model.of(call.configure(other).load().schema());
    }
}
