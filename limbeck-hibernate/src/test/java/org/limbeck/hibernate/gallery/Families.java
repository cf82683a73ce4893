package org.limbeck.hibernate.gallery;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** Entities in families. */
final class Families {
    private Families() {}
}

@MappedSuperclass
abstract class Audited {
    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "created_by", length = 60)
    String createdBy;
}

@Entity
abstract class Vehicle extends Audited {
    @Id
    @GeneratedValue
    long id;

    String plate;
}

@Entity
class Car extends Vehicle {
    int doors;
}

@Entity
@DiscriminatorValue("LORRY")
class Truck extends Vehicle {
    BigDecimal cargo;

    @Column(nullable = false)
    String licence;
}

@Entity
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Ticket {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("2")
class SeasonTicket extends Ticket {
    LocalDate until;
}

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class Account {
    @Id
    long id;
}

@Entity
@DiscriminatorValue("S")
class SavingsAccount extends Account {
    double rate;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Human extends Audited {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String name;
}

@Entity
@PrimaryKeyJoinColumn(name = "human_id")
class Employee extends Human {
    BigDecimal salary;
}

@Entity
class Manager extends Employee {
    @OneToMany
    @JoinColumn(name = "boss_id")
    List<Employee> staff;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "dtype")
class Payment {
    @Id
    long id;
}

@Entity
class CardPayment extends Payment {
    @OnDelete(action = OnDeleteAction.CASCADE)
    @ManyToOne
    Human payer;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Shape {
    @Id
    @GeneratedValue
    long id;

    @Column(unique = true)
    String label;
}

@Entity
class Circle extends Shape {
    double radius;
}

@Entity
class Square extends Shape {
    double side;

    @ManyToOne
    Circle within;
}
