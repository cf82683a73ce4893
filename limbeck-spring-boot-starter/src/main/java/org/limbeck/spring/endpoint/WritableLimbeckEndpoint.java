package org.limbeck.spring.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

import org.limbeck.Limbeck;
import org.limbeck.command.RunResult;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.Route;
import org.limbeck.spring.LimbeckDatabases;

/** The endpoint that may also upgrade; only made with {@code limbeck.endpoint.write = true}. */
@Endpoint(id = "limbeck")
public class WritableLimbeckEndpoint extends LimbeckEndpoint {

    public WritableLimbeckEndpoint(LimbeckDatabases databases) {
        super(databases);
    }

    /** Upgrades one database to the head, as {@code limbeck upgrade} does; null if there is none of that name. */
    @WriteOperation
    public @Nullable Map<String, Object> upgrade(@Selector String database) {
        return databases()
                .named(database)
                .map(WritableLimbeckEndpoint::upgraded)
                .orElse(null);
    }

    private static Map<String, Object> upgraded(Limbeck limbeck) {
        try {
            RunResult result = limbeck.upgrade();
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put(
                    "applied", result.moves().stream().map(Route.Move::revision).toList());
            shown.put("current", result.heads());
            return shown;
        } catch (LimbeckException e) {
            return Map.of("error", error(e));
        }
    }
}
