package org.limbeck.env;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A case of {@code merge-cases.txt}: parts by name. */
record MergeCase(String title, Map<String, String> parts) {

    static List<MergeCase> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(MergeCase.class.getResourceAsStream("merge-cases.txt"))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<MergeCase> read(String text) {
        List<MergeCase> cases = new ArrayList<>();
        for (String block : text.split("(?m)^== ")) {
            String[] parts = block.split("(?m)^-- ");
            MergeCase each = new MergeCase(parts[0].strip(), new LinkedHashMap<>());
            boolean last = true;
            for (int i = parts.length - 1; i > 0; i--, last = false) {
                int feed = parts[i].indexOf('\n');
                String body = parts[i].substring(feed + 1);
                each.parts.put(parts[i].substring(0, feed), bytes(last ? body.replaceAll("\n\n$", "\n") : body));
            }
            if (parts.length > 1) {
                cases.add(each);
            }
        }
        return cases;
    }

    /** Tokens to characters, one for each byte. */
    private static String bytes(String body) {
        String text = body.replaceAll("^\n$", "").replace("<EOF>\n", "");
        text = text.replace("<CR>", "\r").replace("<TAB>", "\t").replace("<BLANK>", " ");
        text = text.replace("<BOM>", "\u00ef\u00bb\u00bf");
        for (String hex : List.of("ff", "fc", "df", "80", "c3", "a9")) {
            text = text.replace("<" + hex + ">", String.valueOf((char) Integer.parseInt(hex, 16)));
        }
        return text;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    List<String> lines(String name) {
        return part(name).lines().filter(line -> !line.isBlank()).toList();
    }

    MergeInput input(String mine) {
        return new MergeInput(
                EnvFile.parse(part("template")),
                ".env.example",
                EnvFile.parse(mine),
                ".env",
                has("previous") ? EnvFile.parse(part("previous")) : null,
                Renames.parse(EnvFile.parse(part("renames")), "renames"));
    }

    @Override
    public String toString() {
        return title;
    }
}
