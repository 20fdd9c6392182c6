package org.handbell.contract.wire;

/// Names of the record headers, by the CloudEvents 1.0 Kafka protocol binding, binary mode.
public final class CloudEventHeaders {

    /// Always `1.0`.
    public static final String SPEC_VERSION = "ce_specversion";

    /// The event's derived id.
    public static final String ID = "ce_id";

    /// Which service wrote it: `/handbell/ingest`.
    public static final String SOURCE = "ce_source";

    /// `org.handbell.`, the topic, and the member of its family: `org.handbell.posts.v1.Observed`.
    public static final String TYPE = "ce_type";

    /// When it happened, RFC 3339, UTC.
    public static final String TIME = "ce_time";

    /// Media type of the value.
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
