package dev.laurel.cloudevents;

/** Record headers of {@code laurel.events}. */
public final class HeaderNames {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";

    /** CloudEvents extension: when the platform accepted the event. */
    public static final String RECORDED_TIME = "ce_recordedtime";

    /** Extension of this platform: {@code true} on events that were declared as history. */
    public static final String IMPORT = "ce_laurelimport";

    /** CloudEvents extension for distributed tracing. */
    public static final String TRACE_PARENT = "ce_traceparent";

    public static final String CONTENT_TYPE = "content-type";

    private HeaderNames() {}
}
