package org.limbeck.spring;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code limbeck.*}: what is said at the top counts for every database that does not say otherwise. */
@ConfigurationProperties("limbeck")
public class LimbeckProperties extends DatabaseProperties {
    private boolean enabled = true;
    private @Nullable String config;
    private @Nullable String name;
    private SchemaGeneration schemaGeneration = SchemaGeneration.REFUSE;
    private final Endpoint endpoint = new Endpoint();
    private Map<String, DatabaseProperties> databases = new LinkedHashMap<>();

    /** What is done when JPA is set to create or change tables by itself. */
    public enum SchemaGeneration {
        /** The application does not start. */
        REFUSE,
        /** It is let be. */
        ALLOW
    }

    /** {@code limbeck.endpoint.*}. */
    public static class Endpoint {
        private boolean write;

        /** Whether the actuator endpoint may upgrade. */
        public boolean isWrite() {
            return write;
        }

        public void setWrite(boolean value) {
            write = value;
        }
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    /** The file {@code limbeck.toml}; null to read none. */
    public @Nullable String getConfig() {
        return config;
    }

    public void setConfig(@Nullable String value) {
        config = value;
    }

    /** The name of the database in messages, where there is one only. */
    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String value) {
        name = value;
    }

    public SchemaGeneration getSchemaGeneration() {
        return schemaGeneration;
    }

    public void setSchemaGeneration(SchemaGeneration value) {
        schemaGeneration = value;
    }

    public Endpoint getEndpoint() {
        return endpoint;
    }

    /** Databases by name, where there are several. */
    public Map<String, DatabaseProperties> getDatabases() {
        return databases;
    }

    public void setDatabases(Map<String, DatabaseProperties> value) {
        databases = value;
    }
}
