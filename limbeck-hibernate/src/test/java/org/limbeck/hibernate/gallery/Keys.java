package org.limbeck.hibernate.gallery;

import java.time.*;
import java.util.*;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** Entities whose numbers come from everywhere. */
final class Keys {
    private Keys() {}
}

@Entity
class ByIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;
}

@Entity
class ByIntIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String name;
}

@Entity
class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets")
    @SequenceGenerator(name = "tickets", sequenceName = "ticket_numbers", initialValue = 100, allocationSize = 20)
    long id;
}

@Entity
class BySimpleSequence {
    @Id
    @GeneratedValue
    @SequenceGenerator(name = "simple", allocationSize = 1)
    long id;
}

@Entity
class ByAuto {
    @Id
    @GeneratedValue
    Integer id;
}

@Entity
class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
    @TableGenerator(
            name = "numbers",
            table = "id_numbers",
            pkColumnName = "name",
            valueColumnName = "next",
            pkColumnValue = "by_table",
            allocationSize = 10)
    long id;
}

@Entity
class ByUsualTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    long id;
}

@Entity
class ByUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;
}

@Embeddable
class LineKey implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    long orderNumber;
    int line;

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && key.orderNumber == orderNumber && key.line == line;
    }

    @Override
    public int hashCode() {
        return line;
    }
}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    @ManyToOne
    Line previous;
}

@Entity
class NaturalBook {
    @Id
    @GeneratedValue
    long id;

    @NaturalId
    String isbn;

    @NaturalId
    int edition;

    @Version
    int version;
}

@Entity
class Passport {
    @Id
    Long id;

    @MapsId
    @OneToOne
    ByIdentity owner;
}

@Entity
@IdClass(DerivedPart.Key.class)
class DerivedPart {
    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "category_code")
    Category category;

    @Id
    int priority;

    record Key(String category, int priority) implements java.io.Serializable {}
}

@Entity
class MappedPart {
    @EmbeddedId
    Key key;

    @MapsId("code")
    @ManyToOne(optional = false)
    @JoinColumn(name = "category_code")
    Category category;

    @Embeddable
    record Key(@Column(length = 20) String code, int priority) implements java.io.Serializable {}
}
