package org.limbeck.spring.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Needs the table and the column that two revisions make. */
@Entity
public class Customer {
    @Id
    private int id;

    private String name = "";

    private @Nullable String email;

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String email() {
        return email;
    }
}
