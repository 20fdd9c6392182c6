package org.handbell.ingest.source.wordpress;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.NumberedPages;
import org.handbell.ingest.source.NumberedPages.Page;
import org.handbell.ingest.source.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One list of the interface: posts or comments.
///
/// @param pages the address of a page, from 1 on
/// @param size records on a page, as asked for
/// @param most items after which reading ends
/// @param known whether a record shows that the rest is known
record WordPressList(
        IntFunction<URI> pages,
        int size,
        int most,
        Function<JsonNode, Optional<Item>> reader,
        Predicate<JsonNode> known)
        implements NumberedPages.Listed {

    private static final String PAST_THE_END = "rest_post_invalid_page_number";

    @Override
    public URI page(int number) {
        return pages.apply(number);
    }

    /// A page number past the end is the end and no error.
    @Override
    public Step<Page> opened(Reply reply, int number) {
        return number > 1 && isPastTheEnd(reply)
                ? Step.go(Page.none())
                : Answers.json(reply)
                        .then(records ->
                                records.isArray() && reply instanceof Answered answered
                                        ? Step.go(page(records, answered, number))
                                        : Step.refused("the answer is not a list of records"));
    }

    @Override
    public Optional<Item> item(JsonNode record) {
        return reader.apply(record);
    }

    @Override
    public boolean reached(JsonNode record) {
        return known.test(record);
    }

    private Page page(JsonNode list, Answered answered, int number) {
        var records = List.copyOf(list.values());
        var last =
                answered.header("X-WP-TotalPages")
                        .filter(pages -> pages.matches("[0-9]{1,9}"))
                        .map(pages -> Integer.parseInt(pages) <= number)
                        .orElse(records.size() < size);
        return new Page(records, last, answered.header("X-WP-Total").orElse(null));
    }

    private static boolean isPastTheEnd(Reply reply) {
        return reply instanceof Answered answered
                && answered.status() == 400
                && code(answered).equals(PAST_THE_END);
    }

    /// WordPress's own name for what was wrong; empty where it was not WordPress that answered.
    static String code(Answered answered) {
        try {
            return Json.mapper().readTree(answered.body().utf8()).path("code").stringValue("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
