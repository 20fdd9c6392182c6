package org.handbell.ingest.source.rss;

import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Step;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/// Reads RSS and Atom. Document types and entities of a feed's own are refused outright: they are
/// how XML reads files and blows up. Each item is read apart, so that a bad one spoils no other.
///
/// @param authors whether to say who posted, as in a group account
/// @param told what becomes of an item as it was read
record XmlFeed(boolean authors, UnaryOperator<Item> told) {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    Step<FeedPage> read(Answered answer, Harvest harvest) {
        Document document;
        try (var reader =
                new XmlReader(
                        answer.body().stream(),
                        answer.header("Content-Type").filter(XmlFeed::isOfXml).orElse(null),
                        true,
                        "UTF-8")) {
            document = builder().build(reader);
        } catch (JDOMException | IllegalArgumentException e) {
            // The latter for names that JDOM refuses though the parser lets them pass.
            return Step.refused(
                    "the feed is not well-formed XML, is nested too deeply, or brings a document"
                            + " type of its own");
        } catch (IOException e) {
            return Step.refused("the feed's characters cannot be read");
        }
        return read(document, answer.uri().toString(), harvest);
    }

    /// What is served as a page by mistake says nothing of the feed's characters.
    private static boolean isOfXml(String type) {
        return !type.contains("html");
    }

    private Step<FeedPage> read(Document document, String base, Harvest harvest) {
        var root = document.getRootElement();
        var parent = parentOfItems(root);
        if (parent.isEmpty()) {
            return Step.refused("neither RSS, Atom nor JSON Feed");
        }
        var items = detached(parent.get());
        var page = new FeedPage(link(root, "next"), link(root, "hub"), link(root, "self"));
        var reader = new XmlItem(document, parent.get(), base, authors);
        var printer = new XMLOutputter();
        for (var item : items) {
            harvest.take(
                    printer.outputString(item), () -> Optional.of(told.apply(reader.read(item))));
        }
        return Step.go(page);
    }

    private static Optional<Element> parentOfItems(Element root) {
        return switch (root.getName()) {
            case "rss" -> Optional.ofNullable(root.getChild("channel"));
            case "feed", "RDF" -> Optional.of(root);
            default -> Optional.empty();
        };
    }

    private static List<Element> detached(Element parent) {
        var items = new ArrayList<Element>();
        for (var child : List.copyOf(parent.getChildren())) {
            if (child.getName().equals("item") || child.getName().equals("entry")) {
                items.add((Element) child.detach());
            }
        }
        return items;
    }

    private static @Nullable String link(Element root, String rel) {
        return links(root).stream()
                .filter(l -> rel.equals(l.getAttributeValue("rel")))
                .map(l -> l.getAttributeValue("href"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Element> links(Element root) {
        var channel = root.getChild("channel");
        return (channel == null ? root : channel).getChildren("link", ATOM);
    }

    private static SAXBuilder builder() {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setExpandEntities(false);
        return builder;
    }
}
