package org.limbeck.studio.agent;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** What a customer pays. */
@Entity
@Table(name = "invoice", indexes = @Index(name = "ix_invoice_issued_on", columnList = "issued_on desc, currency"))
@Check(name = "ck_invoice_amount", constraints = "amount >= 0")
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected @Nullable Long id;

    @Column(nullable = false, length = 20, unique = true)
    protected String number = "";

    @Column(name = "issued_on", nullable = false)
    protected LocalDate issuedOn = LocalDate.EPOCH;

    @Column(nullable = false, precision = 12, scale = 2)
    protected BigDecimal amount = BigDecimal.ZERO;

    @Column(nullable = false, columnDefinition = "char(3)")
    @ColumnDefault("'EUR'")
    protected String currency = "EUR";

    /** Hibernate's own choice on MySQL is BIT. */
    @Column(nullable = false, columnDefinition = "boolean")
    @ColumnDefault("false")
    protected boolean paid;
}
