package org.limbeck.hibernate.gallery;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;

import jakarta.persistence.*;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Check;

/** Entities with rules and names of their own. */
final class Rules {
    private Rules() {}
}

@Entity
@Table(name = "\"Order\"")
class QuotedOrder {
    @Id
    @Column(name = "\"Key\"")
    long id;

    @Column(name = "`Group`", nullable = false)
    String group;

    @Column(name = "\"Select From\"", unique = true)
    String select;

    @ManyToOne
    @JoinColumn(name = "\"Parent Key\"")
    QuotedOrder parent;
}

@Entity
@Table(name = "CamelCaseTable")
class CamelCase {
    @Id
    long camelCaseId;

    String someLongName;

    @Column(name = "UPPER_NAME")
    String upper;
}

@Entity
@Check(name = "ck_checked_range", constraints = "low <= high")
@Check(constraints = "high < 1000")
class Checked {
    @Id
    long id;

    @Check(constraints = "low > 0")
    int low;

    int high;

    @Column(nullable = false, length = 10)
    @Check(constraints = "word in ('a', 'b') or word is null")
    String word;
}

@Entity
class Defaulted {
    @Id
    long id;

    @ColumnDefault("7")
    int number;

    @ColumnDefault("-1.5")
    BigDecimal amount;

    @ColumnDefault("'it''s'")
    String text;

    @ColumnDefault("''")
    String emptyText;

    @ColumnDefault("'2020-02-03'")
    LocalDate dayOf;

    @Column(nullable = false)
    @ColumnDefault("'NEW'")
    String state;
}

@Entity
class Defined {
    @Id
    long id;

    @Column(columnDefinition = "varchar(30) default 'x' not null")
    String text;

    @Column(columnDefinition = "decimal(9,3)")
    BigDecimal amount;

    @Column(columnDefinition = "char(3)")
    String code;

    @Column(columnDefinition = "integer default 3")
    Integer number;

    @Column(columnDefinition = "timestamp default current_timestamp")
    Instant moment;

    @Column(columnDefinition = "smallint check (small > 2)")
    int small;
}

@Entity
class Tenanted {
    @Id
    long id;

    @TenantId
    String tenant;
}

@Entity
@Subselect("select id, name from Human")
@Synchronize("Human")
class HumanName {
    @Id
    long id;

    String name;
}

@Entity
@Table(
        name = "a_table_with_a_very_long_name_that_is_near_the_limit_of_63",
        indexes = @Index(columnList = "a_column_with_a_very_long_name_that_is_near_the_limit_of_63"))
class LongNames {
    @Id
    long id;

    @Column(name = "a_column_with_a_very_long_name_that_is_near_the_limit_of_63")
    String name;

    @ManyToOne
    @JoinColumn(name = "another_column_with_a_very_long_name_for_a_foreign_key")
    LongNames other;
}
