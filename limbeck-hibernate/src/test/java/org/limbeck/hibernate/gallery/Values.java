package org.limbeck.hibernate.gallery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.*;
import java.util.*;

import jakarta.persistence.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

/** Entities with values of every basic type. */
final class Values {
    private Values() {}
}

enum Size {
    SMALL,
    LARGE
}

@Entity
class Numbers {
    @Id
    long id;

    byte tiny;
    short small;
    int whole;
    long big;
    float single;
    double precise;
    Byte tinyOrNull;
    Short smallOrNull;
    Integer wholeOrNull;
    Float realOrNull;
    Double preciseOrNull;
    BigDecimal amount;
    BigInteger huge;

    @Column(precision = 12, scale = 3)
    BigDecimal price;

    @Column(precision = 5)
    BigDecimal digits;

    @Column(precision = 20)
    BigInteger limited;
}

@Entity
class Texts {
    @Id
    @Column(length = 40)
    String id;

    String usual;

    @Column(length = 80, nullable = false)
    String named;

    @Column(length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    String code;

    @Column(length = 5000)
    String wide;

    @Column(length = 100_000)
    String wider;

    @Column(length = 20_000_000)
    String widest;

    @Lob
    String largeText;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String longer;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String longest;

    @Nationalized
    String nationalText;

    char letter;
    Character letterOrNull;
    char[] letters;
}

@Entity
class Times {
    @Id
    Integer id;

    LocalDate dayOf;
    LocalTime timeOf;
    LocalDateTime moment;
    Instant instant;
    OffsetDateTime offsetMoment;
    ZonedDateTime zoned;
    OffsetTime offsetTime;
    Duration duration;
    Year yearOf;
    ZoneId zoneId;
    ZoneOffset zoneOffset;
    TimeZone timeZone;

    @Temporal(TemporalType.DATE)
    Date oldDay;

    @Temporal(TemporalType.TIME)
    Date oldTime;

    @Temporal(TemporalType.TIMESTAMP)
    Date oldMoment;

    java.sql.Timestamp stamp;

    @Column(precision = 3)
    LocalDateTime millis;

    @Column(precision = 0)
    Instant seconds;

    @CreationTimestamp
    Instant created;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime kept;
}

@Entity
class Bytes {
    @Id
    UUID id;

    byte[] usual;

    @Column(length = 16)
    byte[] keyBytes;

    @Column(length = 70_000)
    byte[] wide;

    @Lob
    byte[] largeBytes;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] longest;

    @Column(length = 20)
    @JdbcTypeCode(SqlTypes.BINARY)
    byte[] fixed;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID asText;

    UUID other;
}

@Entity
class Flags {
    @Id
    int id;

    boolean plain;
    Boolean orNull;

    @Convert(converter = org.hibernate.type.YesNoConverter.class)
    boolean yesNo;

    @Convert(converter = org.hibernate.type.TrueFalseConverter.class)
    Boolean trueFalse;

    @Convert(converter = org.hibernate.type.NumericBooleanConverter.class)
    boolean zeroOrOne;

    @ColumnDefault("true")
    boolean onByDefault;

    @ColumnDefault("false")
    boolean offByDefault;
}

@Entity
class Enums {
    @Id
    int id;

    @Enumerated(EnumType.STRING)
    Colour colour;

    @Enumerated
    Colour ordinal;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    Size size;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Colour asText;

    @Convert(converter = SizeConverter.class)
    Size converted;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Size> sizes;
}

@Converter
class SizeConverter implements AttributeConverter<Size, String> {
    @Override
    public String convertToDatabaseColumn(Size size) {
        return size == null ? null : size.name().substring(0, 1);
    }

    @Override
    public Size convertToEntityAttribute(String text) {
        return text == null ? null : text.equals("S") ? Size.SMALL : Size.LARGE;
    }
}

@Entity
class Documents {
    @Id
    int id;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    List<String> list;
}

@Entity
class Arrays {
    @Id
    int id;

    Integer[] numbers;
    String[] words;
    long[] bigs;
    UUID[] uuids;
    List<Double> doubles;
}

@Entity
class Oddments {
    @Id
    int id;

    Locale locale;
    Currency currency;
    java.net.URL url;
    java.net.InetAddress address;
    Class<?> type;
    ArrayList<String> serialized;
}
