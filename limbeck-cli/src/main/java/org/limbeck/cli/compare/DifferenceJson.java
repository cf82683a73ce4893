package org.limbeck.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.compare.Difference;

/** Differences for programs. */
final class DifferenceJson {
    private DifferenceJson() {}

    static List<Map<String, @Nullable Object>> of(List<Difference> differences) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Difference difference : differences) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("change", difference.change().name().toLowerCase(Locale.ROOT));
            json.put("kind", difference.subject().kind().word());
            json.put("name", difference.subject().name().toString());
            json.put("part", difference.subject().part());
            json.put("aspect", orNull(difference.aspect()));
            json.put("before", orNull(difference.before()));
            json.put("after", orNull(difference.after()));
            json.put("loses_data", difference.losesData());
            all.add(json);
        }
        return all;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
