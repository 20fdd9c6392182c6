package org.handbell.ingest.source.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Enclosure;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.PlainText;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads one item of an XML feed with the feed's head around it.
final class XmlItem {

    private static final Set<String> DATES =
            Set.of("pubDate", "published", "date", "issued", "updated", "modified");
    private static final Pattern FRACTION = Pattern.compile("(?<=:[0-9]{2})[.,]([0-9]+)");
    private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");

    private final Document head;
    private final Element parent;
    private final String base;
    private final boolean authors;

    /// @param parent the element of `head` that items are children of
    /// @param base what relative links are relative to
    XmlItem(Document head, Element parent, String base, boolean authors) {
        this.head = head;
        this.parent = parent;
        this.base = base;
        this.authors = authors;
    }

    Item read(Element element) {
        var feed = parsed(element);
        if (feed.getEntries().isEmpty()) {
            throw new MalformedItemException("the item cannot be read as " + feed.getFeedType());
        }
        var entry = feed.getEntries().getFirst();
        var posted = posted(entry);
        var said = said(entry);
        return new Item(
                id(entry),
                Action.POST,
                authors ? blankToNull(entry.getAuthor()) : null,
                link(entry),
                posted,
                platformTime(element),
                edited(entry, posted),
                said.titled(title(entry)),
                blankToNull(feed.getLanguage()),
                media(entry, element, said),
                said.links(),
                null,
                List.of(),
                new org.jdom2.output.XMLOutputter().outputString(element));
    }

    private SyndFeed parsed(Element element) {
        var added = element.clone();
        added.getChildren().stream()
                .filter(child -> DATES.contains(child.getName()))
                .forEach(date -> date.setText(inMillis(date.getText())));
        parent.addContent(added);
        try {
            return new SyndFeedInput().build(head);
        } catch (FeedException | IllegalArgumentException e) {
            throw new MalformedItemException("the item does not follow its feed's format");
        } finally {
            added.detach();
        }
    }

    /// ROME counts whatever follows the seconds as milliseconds: it takes a fraction of nine digits
    /// for days.
    private static String inMillis(String time) {
        return FRACTION.matcher(time)
                .replaceFirst(match -> "." + (match.group(1) + "00").substring(0, 3));
    }

    private static String id(SyndEntry entry) {
        var id = blankToNull(entry.getUri());
        var known = id == null ? blankToNull(entry.getLink()) : id;
        if (known == null) {
            throw new MalformedItemException("id (guid) and link are both missing");
        }
        return known.strip();
    }

    private @Nullable String link(SyndEntry entry) {
        var link = blankToNull(entry.getLink());
        if (link == null) {
            return null;
        }
        try {
            return java.net.URI.create(base).resolve(link.strip()).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Without a time nobody could tell whether the item is older than the account's notice.
    private static Instant posted(SyndEntry entry) {
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .filter(java.util.Objects::nonNull)
                .map(Date::toInstant)
                .findFirst()
                .orElseThrow(() ->
                        new MalformedItemException(
                                "no readable time of publication (pubDate, published,"
                                        + " updated)"));
    }

    private static @Nullable Instant edited(SyndEntry entry, Instant posted) {
        var updated = entry.getUpdatedDate();
        return updated == null || !updated.toInstant().isAfter(posted) ? null : updated.toInstant();
    }

    private static @Nullable String platformTime(Element element) {
        return element.getChildren().stream()
                .filter(c -> DATES.contains(c.getName()))
                .min(java.util.Comparator.comparing(c -> c.getName().equals("updated")))
                .map(Element::getTextTrim)
                .orElse(null);
    }

    private static @Nullable String title(SyndEntry entry) {
        var title = entry.getTitle();
        return title == null ? null : Parser.unescapeEntities(title, false);
    }

    private PlainText said(SyndEntry entry) {
        var longest =
                Stream.concat(
                                entry.getContents().stream(),
                                Stream.ofNullable(entry.getDescription()))
                        .filter(c -> c.getValue() != null && !c.getValue().isBlank())
                        .findFirst();
        return longest.map(this::plain).orElseGet(() -> new PlainText("", List.of(), List.of()));
    }

    private PlainText plain(SyndContent content) {
        return "text".equals(content.getType()) || "text/plain".equals(content.getType())
                ? new PlainText(content.getValue().strip(), List.of(), List.of())
                : PlainText.ofHtml(content.getValue(), base);
    }

    private static List<Post.Media> media(SyndEntry entry, Element element, PlainText said) {
        var media = new ArrayList<>(said.media());
        for (var enclosed : entry.getEnclosures()) {
            Enclosure.of(enclosed.getType(), enclosed.getUrl(), null).ifPresent(media::add);
        }
        for (var content :
                element.getDescendants(new org.jdom2.filter.ElementFilter("content", MEDIA))) {
            var type = content.getAttributeValue("type", content.getAttributeValue("medium"));
            Enclosure.of(
                            type,
                            content.getAttributeValue("url"),
                            content.getChildText("description", MEDIA))
                    .ifPresent(media::add);
        }
        return media;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
