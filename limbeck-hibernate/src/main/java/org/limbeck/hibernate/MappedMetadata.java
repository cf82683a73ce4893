package org.limbeck.hibernate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.model.ModelSource.Request;

/** Hibernate's view of the mapped classes, for one database. Closing it frees Hibernate's services. */
record MappedMetadata(StandardServiceRegistry services, Metadata metadata) implements AutoCloseable {

    /** @throws LimbeckException MODEL_UNREADABLE if classes do not load or Hibernate refuses the mapping */
    static MappedMetadata build(HibernateAddress address, Request request) {
        MappedClasses mapped = MappedClasses.find(address, request);
        BootstrapServiceRegistry boot = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(request.loader())
                .build();
        StandardServiceRegistry services = null;
        try {
            services = new StandardServiceRegistryBuilder(boot)
                    .applySettings(settings(address, mapped, request.dialect().server()))
                    .build();
            return new MappedMetadata(services, metadata(services, mapped));
        } catch (LimbeckException e) {
            destroy(services, boot);
            throw e;
        } catch (RuntimeException | LinkageError e) {
            destroy(services, boot);
            throw refused(request.address(), e);
        }
    }

    private static void destroy(
            @org.jspecify.annotations.Nullable StandardServiceRegistry services, BootstrapServiceRegistry boot) {
        if (services != null) {
            StandardServiceRegistryBuilder.destroy(services);
        } else {
            BootstrapServiceRegistryBuilder.destroy(boot);
        }
    }

    private static Metadata metadata(StandardServiceRegistry services, MappedClasses mapped) {
        MetadataSources sources = new MetadataSources(services);
        mapped.classes().forEach(sources::addAnnotatedClass);
        mapped.packages().forEach(sources::addPackage);
        mapped.mappingFiles().forEach(sources::addResource);
        return sources.buildMetadata();
    }

    private static Map<String, Object> settings(HibernateAddress address, MappedClasses mapped, ServerInfo server) {
        Map<String, Object> settings = new LinkedHashMap<>(mapped.settings());
        settings.keySet().removeIf(MappedMetadata::opensDatabase);
        address.settings().forEach((key, value) -> {
            if (!key.equals("naming")) {
                settings.put(key, value);
            }
        });
        String naming = address.settings().get("naming");
        if (naming != null) {
            name(naming, settings);
        }
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("jakarta.persistence.database-product-name", server.product());
        settings.put("jakarta.persistence.database-product-version", server.version());
        settings.put("jakarta.persistence.database-major-version", String.valueOf(server.major()));
        settings.put("jakarta.persistence.database-minor-version", String.valueOf(server.minor()));
        return settings;
    }

    /** What an application says for its run: connections, what Hibernate does to the schema, second-level caches. */
    private static boolean opensDatabase(String key) {
        return key.startsWith("jakarta.persistence.jdbc.")
                || key.startsWith("jakarta.persistence.schema-generation")
                || key.startsWith("hibernate.connection.")
                || key.startsWith("hibernate.hbm2ddl.")
                || key.startsWith("hibernate.cache.")
                || key.equals("hibernate.dialect")
                || key.endsWith("DataSource");
    }

    private static void name(String naming, Map<String, Object> settings) {
        switch (naming) {
            case "jpa" -> {}
            case "spring" -> {
                settings.put("hibernate.physical_naming_strategy", new CamelCaseToUnderscoresNamingStrategy());
                settings.put("hibernate.implicit_naming_strategy", new SpringNames());
            }
            default ->
                throw Problem.of(ErrorCode.MODEL_UNKNOWN, "There is no naming '" + naming + "'")
                        .why("Known are " + String.join(", ", List.of("jpa", "spring")))
                        .todo("For strategies of your own:  ?hibernate.physical_naming_strategy=com.example.Names")
                        .exception();
        }
    }

    private static LimbeckException refused(String address, Throwable e) {
        Problem problem = Problem.of(ErrorCode.MODEL_UNREADABLE, "Hibernate refuses the model hibernate:" + address);
        String last = "";
        for (Throwable cause = e; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            String words = words(cause);
            if (!words.equals(last)) {
                problem = problem.why(words);
            }
            last = words;
        }
        if (e.toString().contains("Unable to determine Dialect") || e.toString().contains("DialectResolver")) {
            problem = problem.todo("For SQLite put org.hibernate.orm:hibernate-community-dialects, in Hibernate's"
                    + " version, on the class path.");
        }
        return problem.exception(e);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof LinkageError || cause instanceof ClassNotFoundException || message == null
                ? cause.toString()
                : message;
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(services);
    }
}
