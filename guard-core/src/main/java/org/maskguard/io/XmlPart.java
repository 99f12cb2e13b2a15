package org.maskguard.io;

import com.fasterxml.aalto.AaltoInputProperties;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/// One XML part of a package, element by element, within limits: no document type, no entities but XML's own five, no
/// element too deep, no endless tag, not too many different names.
final class XmlPart implements AutoCloseable {

    /// More different names than any schema has; a parser keeps each of them for good.
    private static final int MOST_NAMES = 10_000;

    private final InputStream in;
    private final String where;
    private final int deepest;
    private final XMLStreamReader2 xml;
    private final Set<String> names = new HashSet<>();
    private final String[] lastNames = new String[8];
    private final XmlNumber number = new XmlNumber();
    private int depth;
    private boolean started;
    private String rootNamespace = "";

    /// @param where `entry …`, for messages
    XmlPart(InputStream in, String where, Limits limits) throws Unreadable {
        this.in = in;
        this.where = where;
        this.deepest = limits.xmlDepth();
        try {
            InputFactoryImpl factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            factory.setProperty(AaltoInputProperties.P_RETAIN_ATTRIBUTE_GENERAL_ENTITIES, false);
            this.xml = (XMLStreamReader2) factory.createXMLStreamReader(new TagLimit(in, where));
            refuseEncoding();
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e);
        }
    }

    String where() {
        return where;
    }

    /// The line that was read last, from 1.
    int line() {
        return xml.getLocation().getLineNumber();
    }

    /// Goes to the next beginning or end of an element.
    ///
    /// @return `START_ELEMENT`, `END_ELEMENT`, or `END_DOCUMENT` when all bytes were read and were sound
    int next() throws Unreadable {
        try {
            while (true) {
                int event = xml.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        start();
                        return event;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return event;
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        in.transferTo(OutputStream.nullOutputStream());
                        return event;
                    }
                    case XMLStreamConstants.DTD -> throw bad("has a document type, which may not be");
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw bad("refers to an entity");
                    default -> {
                        // Text, comments and instructions decide nothing.
                    }
                }
            }
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw fault(e);
        }
    }

    /// Elements around the current place, the current one among them.
    int depth() {
        return depth;
    }

    /// The element's name without its prefix.
    String name() {
        return xml.getLocalName();
    }

    /// Whether the element belongs to the root's own namespace, or has no prefix: parsers that know nothing of
    /// namespaces go by the latter.
    boolean isCore() {
        String prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() || namespace().equals(rootNamespace);
    }

    String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /// The namespace that a prefix stands for here, or null.
    String namespaceOf(String prefix) {
        return xml.getNamespaceURI(prefix);
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    /// The attribute of that name, whatever its prefix, or null.
    String attribute(String name) throws Unreadable {
        try {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw fault(e);
        }
    }

    /// The attribute as a float, or NaN where it is none.
    float floating(int index) throws Unreadable {
        return decode(index).floating();
    }

    /// The attribute as a whole number from 0 up, or -1 where it is none.
    long whole(int index) throws Unreadable {
        return decode(index).whole();
    }

    Unreadable bad(String text) {
        return new Unreadable("bad-xml", where, "The archive's " + where + " " + text + " (line " + line() + ").");
    }

    @Override
    public void close() {
        try (InputStream closing = in) {
            xml.close();
        } catch (XMLStreamException | IOException e) {
            // Everything that was wanted was read before.
        }
    }

    private XmlNumber decode(int index) throws Unreadable {
        try {
            xml.getAttributeAs(index, number);
            return number;
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e);
        }
    }

    private void start() throws Unreadable {
        depth++;
        if (depth > deepest) {
            throw new Unreadable(
                    "too-large",
                    where,
                    "In " + where + " elements lie deeper in one another than the limit of " + deepest + ".");
        }
        if (!started) {
            started = true;
            rootNamespace = namespace();
        }
        see(0, xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            see(i + 1, xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add("xmlns:" + xml.getNamespacePrefix(i));
        }
    }

    /// Counts a name. Of the same kind of elements after one another, as vertices are, the parser gives the very
    /// same
    /// strings, which need not be looked up again.
    private void see(int place, String name) throws Unreadable {
        if (place < lastNames.length) {
            if (name.equals(lastNames[place])) {
                return;
            }
            lastNames[place] = name;
        }
        names.add(name);
        if (names.size() > MOST_NAMES) {
            throw new Unreadable(
                    "too-large", where, "In " + where + " there are more than " + MOST_NAMES + " different names.");
        }
    }

    private void refuseEncoding() throws Unreadable {
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.matches("(?i)utf-?(8|16|16le|16be)")) {
            throw bad("is coded as " + encoding.replaceAll("[^\\w-]", "?") + ", and must be UTF-8 or UTF-16");
        }
    }

    private Unreadable fault(Exception thrown) {
        Unreadable known = UnreadableIo.in(thrown);
        if (known != null) {
            return known;
        }
        String message = String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ");
        String shown = message.length() > 160 ? message.substring(0, 160) + "…" : message;
        return new Unreadable("bad-xml", where, "The archive's " + where + " is not well-formed XML: " + shown + ".");
    }
}
