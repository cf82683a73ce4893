package org.limbeck.hibernate.gallery;

import java.math.BigDecimal;
import java.time.*;
import java.util.*;

import jakarta.persistence.*;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.*;

/** Entities that refer to others. */
final class Relations {
    private Relations() {}
}

@Embeddable
class Address {
    String street;

    @Column(length = 10)
    String zip;

    @Embedded
    Place place;
}

@Embeddable
class Place {
    Double latitude;
    Double longitude;
}

@Entity
class Customer {
    @Id
    @GeneratedValue
    Long id;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 50))
    @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
    @AttributeOverride(name = "place.latitude", column = @Column(name = "work_latitude"))
    @AttributeOverride(name = "place.longitude", column = @Column(name = "work_longitude"))
    Address work;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer"))
    @Column(name = "phone", length = 30, nullable = false)
    List<String> phones;

    @ElementCollection
    @MapKeyColumn(name = "name", length = 40)
    @Column(name = "setting")
    Map<String, String> settings;

    @ElementCollection
    List<Place> visited;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Colour, Integer> colours;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    List<Purchase> purchases;
}

@Entity
@Table(
        name = "purchases",
        indexes = {
            @Index(columnList = "customer_id, placed desc"),
            @Index(name = "ix_purchase_note", columnList = "note"),
            @Index(name = "ux_purchase_number", columnList = "number_", unique = true)
        },
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"note", "placed"}),
            @UniqueConstraint(
                    name = "uq_purchase_reference",
                    columnNames = {"customer_id", "reference"})
        })
class Purchase {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Customer customer;

    LocalDateTime placed;

    @Column(length = 100)
    String note;

    @Column(name = "number_")
    long number;

    @Column(length = 20)
    String reference;

    @ManyToMany
    Set<Product> products;

    @ManyToMany
    @JoinTable(
            name = "purchase_gift",
            joinColumns = @JoinColumn(name = "purchase_id", foreignKey = @ForeignKey(name = "fk_gift_purchase")),
            inverseJoinColumns = @JoinColumn(name = "gift_id"))
    List<Product> gifts;

    @OneToOne
    @JoinColumn(name = "invoice_id", unique = true)
    Invoice invoice;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Product unchecked;
}

@Entity
class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @OneToOne(mappedBy = "invoice")
    Purchase purchase;

    @OneToMany
    List<Product> lines;

    @OneToMany
    @MapKeyJoinColumn(name = "customer_id")
    Map<Customer, Product> products;
}

@Entity
@SecondaryTable(
        name = "product_texts",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "product_id"),
        indexes = @Index(columnList = "summary"))
class Product {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, length = 60)
    String name;

    @Column(table = "product_texts", length = 200)
    String summary;

    @Column(table = "product_texts")
    @Lob
    String description;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    int amount;

    @GeneratedColumn("price * 2")
    @Column(precision = 20, scale = 2)
    BigDecimal total;

    @Formula("price * 2")
    BigDecimal twice;

    @ManyToOne
    Product replaces;
}

@Entity
class Reference {
    @Id
    long id;

    @ManyToOne
    @JoinColumn(name = "natural_isbn", referencedColumnName = "isbn_unique")
    Referenced target;

    @ManyToOne
    @JoinColumn(name = "pair_first", referencedColumnName = "firstPart")
    @JoinColumn(name = "pair_second", referencedColumnName = "secondPart")
    Pair pair;
}

@Entity
class Referenced {
    @Id
    long id;

    @Column(name = "isbn_unique", unique = true, length = 13)
    String isbn;
}

@Entity
class Remark {
    @Id
    long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "C", entity = Customer.class)
    @AnyDiscriminatorValue(discriminator = "P", entity = Product.class)
    @JoinColumn(name = "about_id")
    @Column(name = "about_type")
    Object about;
}

class PairKey implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    String firstPart;
    int secondPart;

    @Override
    public boolean equals(Object other) {
        return other instanceof PairKey key && key.secondPart == secondPart && Objects.equals(key.firstPart, firstPart);
    }

    @Override
    public int hashCode() {
        return secondPart;
    }
}

@Entity
@IdClass(PairKey.class)
class Pair {
    @Id
    @Column(length = 20)
    String firstPart;

    @Id
    int secondPart;
}
