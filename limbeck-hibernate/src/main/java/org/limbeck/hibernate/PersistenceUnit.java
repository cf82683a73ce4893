package org.limbeck.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/**
 * A unit of {@code META-INF/persistence.xml}.
 *
 * @param root the folder or jar that holds the file
 * @param classes listed by name
 * @param listedOnly whether classes that are not listed are left out
 */
record PersistenceUnit(
        String name,
        URI root,
        List<String> classes,
        boolean listedOnly,
        List<String> mappingFiles,
        Map<String, String> settings) {
    private static final String FILE = "META-INF/persistence.xml";

    /** @throws org.limbeck.error.LimbeckException MODEL_UNREADABLE if there is none of that name */
    static PersistenceUnit find(String name, ClassLoader loader) {
        List<PersistenceUnit> all = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(FILE))) {
                all.addAll(read(url));
            }
        } catch (IOException | SAXException | ParserConfigurationException | URISyntaxException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, FILE + " cannot be read")
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
        return all.stream().filter(u -> u.name.equals(name)).findFirst().orElseThrow(() -> missing(name, all));
    }

    private static RuntimeException missing(String name, List<PersistenceUnit> all) {
        List<String> names = all.stream().map(PersistenceUnit::name).toList();
        Problem problem = Problem.of(ErrorCode.MODEL_UNREADABLE, "There is no persistence unit '" + name + "'")
                .why(
                        names.isEmpty()
                                ? "No " + FILE + " is on the class path."
                                : "Known are " + String.join(", ", names));
        return Nearest.to(name, names)
                .map(near -> problem.todo("Did you mean hibernate:unit=" + near + "?"))
                .orElse(problem)
                .exception();
    }

    private static List<PersistenceUnit> read(URL url)
            throws IOException, SAXException, ParserConfigurationException, URISyntaxException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        List<PersistenceUnit> units = new ArrayList<>();
        try (InputStream in = url.openStream()) {
            NodeList nodes = factory.newDocumentBuilder().parse(in).getElementsByTagName("persistence-unit");
            for (int i = 0; i < nodes.getLength(); i++) {
                units.add(of((Element) nodes.item(i), root(url)));
            }
        }
        return units;
    }

    private static URI root(URL url) throws URISyntaxException {
        String text = url.toString();
        String root = text.substring(0, text.length() - FILE.length());
        return new URI(root.startsWith("jar:") ? root.substring(4, root.lastIndexOf("!/")) : root);
    }

    private static PersistenceUnit of(Element unit, URI root) {
        List<String> excluded = texts(unit, "exclude-unlisted-classes");
        Map<String, String> settings = new LinkedHashMap<>();
        NodeList properties = unit.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            settings.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return new PersistenceUnit(
                unit.getAttribute("name"),
                root,
                texts(unit, "class"),
                !excluded.isEmpty() && !excluded.get(0).equalsIgnoreCase("false"),
                texts(unit, "mapping-file"),
                settings);
    }

    private static List<String> texts(Element unit, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = unit.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    /** The listed classes, and those beside the file unless they are excluded. */
    TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>(classes);
        if (listedOnly) {
            return names;
        }
        Path place = Path.of(root);
        try {
            if (Files.isDirectory(place)) {
                ClassFiles.addFromFolder(place, "", names);
            } else {
                try (JarFile jar = new JarFile(place.toFile())) {
                    ClassFiles.addFromJar(jar, "", names);
                }
            }
        } catch (IOException e) {
            throw Problem.of(
                            ErrorCode.MODEL_UNREADABLE, "The classes of persistence unit " + name + " cannot be listed")
                    .why(e.toString())
                    .exception(e);
        }
        return names;
    }
}
