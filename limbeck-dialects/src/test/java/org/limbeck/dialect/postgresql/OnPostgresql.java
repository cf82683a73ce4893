package org.limbeck.dialect.postgresql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;

/** Runs a test on the oldest and the newest PostgreSQL that can be had. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.POSTGRESQL_18})
@interface OnPostgresql {}
