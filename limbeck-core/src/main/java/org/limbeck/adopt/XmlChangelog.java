package org.limbeck.adopt;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Reads changelogs in XML. Nothing outside the file is read: no DTD, no entity, no schema. */
final class XmlChangelog {
    private XmlChangelog() {}

    /** @throws org.limbeck.error.LimbeckException UNREADABLE_SCRIPT if it is no XML */
    static ChangeNode read(String text, String file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // What comes before the first element says nothing.
            }
            return element(reader);
        } catch (XMLStreamException e) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "It is no XML: " + file)
                    .at(file, e.getLocation() == null ? 0 : e.getLocation().getLineNumber())
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private static ChangeNode element(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<ChangeNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new ChangeNode(name, attributes, children, text.toString(), line);
    }
}
