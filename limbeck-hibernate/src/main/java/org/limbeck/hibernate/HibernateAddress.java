package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * What stands after {@code hibernate:}, such as {@code com.example.shop?naming=spring} or {@code unit=shop}.
 *
 * @param unit the persistence unit, or null
 * @param names packages and classes
 * @param settings what stands after the question mark
 */
record HibernateAddress(@Nullable String unit, List<String> names, Map<String, String> settings) {
    private static final String UNIT = "unit=";

    static HibernateAddress parse(String address) {
        int mark = address.indexOf('?');
        String place = (mark < 0 ? address : address.substring(0, mark)).strip();
        Map<String, String> settings = mark < 0 ? Map.of() : settings(address.substring(mark + 1), address);
        if (place.startsWith(UNIT) && place.length() > UNIT.length()) {
            return new HibernateAddress(place.substring(UNIT.length()), List.of(), settings);
        }
        List<String> names = new ArrayList<>();
        for (String name : place.split(",", -1)) {
            if (!isName(name.strip())) {
                throw unreadable(address, "'" + name.strip() + "' is no name of a package or class.");
            }
            names.add(name.strip());
        }
        return new HibernateAddress(null, names, settings);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }

    private static Map<String, String> settings(String text, String address) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.split("&", -1)) {
            int equal = setting.indexOf('=');
            String key = equal < 0 ? setting : setting.substring(0, equal);
            boolean known = key.equals("naming") || key.startsWith("hibernate.") || key.startsWith("jakarta.");
            if (equal < 0 || !known) {
                throw unreadable(address, "'" + setting + "' is no setting of it.");
            }
            settings.put(key, setting.substring(equal + 1));
        }
        return settings;
    }

    private static RuntimeException unreadable(String address, String why) {
        return Problem.of(ErrorCode.MODEL_UNKNOWN, "The model hibernate:" + address + " cannot be understood")
                .why(why)
                .todo("Name a package (hibernate:com.example.shop), classes (hibernate:com.example.A,com.example.B)"
                        + " or a persistence unit (hibernate:unit=shop).")
                .todo("Settings stand behind:  ?naming=spring&hibernate.default_schema=app")
                .exception();
    }
}
