package org.handbell.contract.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.Event;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.Tombstone;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.WatchEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Turns the events of one topic into records and back.
public final class Wire<E extends Event> {

    public static final Wire<AccountEvent> ACCOUNTS =
            new Wire<>(Topics.ACCOUNTS, AccountEvent.Closed::new);
    public static final Wire<RegisterEvent> REGISTER =
            new Wire<>(Topics.REGISTER, RegisterEvent.Removed::new);
    public static final Wire<RecipientEvent> RECIPIENTS =
            new Wire<>(Topics.RECIPIENTS, RecipientEvent.Left::new);
    public static final Wire<WatchEvent> WATCHES =
            new Wire<>(Topics.WATCHES, WatchEvent.Ended::new);
    public static final Wire<CursorEvent> CURSORS =
            new Wire<>(Topics.CURSORS, CursorEvent.Forgotten::new);

    private final Topic<E> topic;
    private final @Nullable BiFunction<String, Instant, E> tombstone;
    private final Map<String, Class<? extends E>> types;

    private Wire(Topic<E> topic, @Nullable BiFunction<String, Instant, E> tombstone) {
        this.topic = topic;
        this.tombstone = tombstone;
        this.types = members(topic);
    }

    /// The wire of any topic; the compacted ones have constants, since they know tombstones.
    public static <E extends Event> Wire<E> of(Topic<E> topic) {
        return new Wire<>(topic, null);
    }

    public Topic<E> topic() {
        return topic;
    }

    /// A record for the event, partitioned by its key.
    ///
    /// @param source which service writes it: `/handbell/ingest`
    public ProducerRecord<String, byte[]> record(E event, String source) {
        return record(event, source, null);
    }

    /// A record for the event on a given partition.
    public ProducerRecord<String, byte[]> record(
            E event, String source, @Nullable Integer partition) {
        var record =
                new ProducerRecord<String, byte[]>(
                        topic.name(),
                        partition,
                        event.at().toEpochMilli(),
                        event.key(),
                        value(event));
        headers(event, source)
                .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /// The value: JSON in UTF-8, or null for a tombstone.
    public byte @Nullable [] value(E event) {
        return event instanceof Tombstone ? null : Json.mapper().writeValueAsBytes(event);
    }

    /// The CloudEvents attributes and the content type.
    public Map<String, String> headers(E event, String source) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, event.eventId());
        headers.put(CloudEventHeaders.SOURCE, source);
        headers.put(CloudEventHeaders.TYPE, type(event));
        headers.put(CloudEventHeaders.TIME, event.at().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }

    /// The CloudEvents `type` of an event.
    public String type(E event) {
        return typeName(topic, event.getClass());
    }

    /// The event in a record.
    ///
    /// @throws UnreadableEventException where it is none of this topic's
    public E read(ConsumerRecord<?, byte @Nullable []> record) {
        var key = record.key() instanceof byte[] bytes ? text(bytes) : String.valueOf(record.key());
        return read(
                header(record, CloudEventHeaders.TYPE).orElse(null),
                key,
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// The event in the parts of a record.
    ///
    /// @param type the `ce_type` header; null where the record has none
    /// @param value JSON in UTF-8; null for a tombstone
    /// @param time the record's timestamp
    /// @throws UnreadableEventException where it is none of this topic's
    public E read(@Nullable String type, String key, byte @Nullable [] value, Instant time) {
        if (value == null) {
            return forgotten(key, time);
        }
        return parse(member(type), value);
    }

    /// The text of a header, where the record has it.
    public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(text(header.value()));
    }

    private E forgotten(String key, Instant time) {
        if (tombstone == null) {
            throw new UnreadableEventException(topic.name() + ": a record without a value");
        }
        return tombstone.apply(key, time);
    }

    private Class<? extends E> member(@Nullable String type) {
        var member = type == null ? null : types.get(type);
        if (member == null) {
            throw new UnreadableEventException(
                    topic.name() + ": header ce_type is " + named(type) + ", none of this topic's");
        }
        return member;
    }

    /// A foreign header may hold anything: only what looks like a type is repeated in a message.
    private static String named(@Nullable String type) {
        if (type == null) {
            return "missing";
        }
        return type.matches("[A-Za-z0-9._-]{1,80}") ? type : "no type name";
    }

    private E parse(Class<? extends E> member, byte[] value) {
        try {
            return Json.mapper().readValue(value, member);
        } catch (JacksonException e) {
            throw new UnreadableEventException(
                    topic.name() + " " + member.getSimpleName() + ": " + reason(e));
        }
    }

    /// Jackson's own messages may quote the value, which may hold a person's words: only the path
    /// and our own rule are told.
    private static String reason(JacksonException e) {
        var cause = e.getCause();
        if (cause instanceof IllegalArgumentException rule
                && !(rule instanceof NumberFormatException)) {
            return String.valueOf(rule.getMessage());
        }
        var location = e.getLocation();
        var place =
                location == null
                        ? ""
                        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return e instanceof DatabindException databind && !databind.getPath().isEmpty()
                ? "field "
                        + databind.getPathReference().replaceAll(".*\\[\"|\"]$", "")
                        + " does not fit"
                        + place
                : "not JSON" + place;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String typeName(Topic<?> topic, Class<?> member) {
        return "org.handbell." + topic.name() + "." + member.getSimpleName();
    }

    private static <E extends Event> Map<String, Class<? extends E>> members(Topic<E> topic) {
        return Stream.of(topic.family().getPermittedSubclasses())
                .collect(
                        Collectors.toUnmodifiableMap(
                                member -> typeName(topic, member),
                                member -> member.asSubclass(topic.family())));
    }
}
