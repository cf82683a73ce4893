package org.limbeck.hibernate.named;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Painted {
    enum Shade {
        DARK,
        LIGHT,
        MIDDLE
    }

    @Embeddable
    static class Spot {
        int x;
        int y;
    }

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Shade shade;

    @JdbcTypeCode(SqlTypes.JSON)
    Spot spot;

    @JdbcTypeCode(SqlTypes.INET)
    java.net.InetAddress address;

    @Column(columnDefinition = "text[]")
    List<String> words;
}
