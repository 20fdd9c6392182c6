package org.handbell.ingest.http;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.ContextlessMessageBodyHandlerRegistry;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.filter.ClientFilterResolutionContext;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.http.filter.HttpClientFilterResolver;
import io.micronaut.http.filter.HttpFilterResolver;
import io.micronaut.http.netty.body.NettyByteBufMessageBodyHandler;
import io.micronaut.runtime.ApplicationConfiguration;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.timeout.TimeoutException;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One exchange over Micronaut's low-level client. It is put together by hand, without Micronaut's
/// bean context and JSON, so that it runs from any class path and resolves names our way.
final class MicronautHop implements Hop {

    private static final int EVENT_LOOPS = 2;
    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final HttpClient client;
    private final HttpSettings settings;
    private final String userAgent;

    MicronautHop(HttpSettings settings, Destinations destinations) {
        this.settings = settings;
        this.userAgent = settings.userAgent();
        this.client = client(configuration(settings), destinations);
    }

    @Override
    public Reply ask(Query query) {
        var request = request(query);
        request.header("User-Agent", userAgent).header("Accept-Encoding", "gzip");
        query.headers().forEach(request::header);
        try {
            return answered(query, client.toBlocking().exchange(request, BYTES, BYTES));
        } catch (HttpClientException e) {
            return failed(e);
        }
    }

    private static MutableHttpRequest<?> request(Query query) {
        var form = query.form();
        return form == null
                ? HttpRequest.GET(query.uri())
                : HttpRequest.POST(query.uri(), form)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    @Override
    public void close() {
        client.close();
    }

    private static Reply answered(Query query, HttpResponse<byte[]> response) {
        var headers = new TreeMap<String, List<String>>();
        for (var name : response.getHeaders().names()) {
            headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .addAll(response.getHeaders().getAll(name));
        }
        var body = new Body(response.getBody().orElse(new byte[0]));
        return new Reply.Answered(query.uri(), response.code(), Map.copyOf(headers), body);
    }

    private Reply failed(HttpClientException e) {
        if (causes(e).anyMatch(ForbiddenAddressException.class::isInstance)) {
            return new Reply.Forbidden(ForbiddenAddressException.RULE);
        }
        if (causes(e).anyMatch(ContentLengthExceededException.class::isInstance)) {
            return new Reply.TooLarge(settings.maxBody().toBytes());
        }
        return new Reply.Unreachable(trouble(e));
    }

    /// The kind of trouble alone: messages of exceptions name the host.
    private static String trouble(HttpClientException e) {
        if (causes(e).anyMatch(MicronautHop::isTimeout)) {
            return "no answer in time";
        }
        if (causes(e).anyMatch(DecompressionException.class::isInstance)) {
            return "the answer could not be unpacked";
        }
        if (causes(e).anyMatch(javax.net.ssl.SSLException.class::isInstance)) {
            return "no secure connection";
        }
        return causes(e).anyMatch(IOException.class::isInstance)
                ? "no connection, or it broke off"
                : "the answer could not be read";
    }

    private static boolean isTimeout(Throwable e) {
        return e instanceof TimeoutException
                || e instanceof java.util.concurrent.TimeoutException
                || e instanceof io.micronaut.http.client.exceptions.ReadTimeoutException
                || e instanceof io.netty.channel.ConnectTimeoutException;
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, MicronautHop::isThere, Throwable::getCause).limit(10);
    }

    private static boolean isThere(@Nullable Throwable e) {
        return e != null;
    }

    private static HttpClientConfiguration configuration(HttpSettings settings) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(settings.connectTimeout());
        configuration.setReadTimeout(settings.readTimeout());
        configuration.setRequestTimeout(settings.readTimeout());
        configuration.setMaxContentLength((int) settings.maxBody().toBytes());
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setNumOfThreads(EVENT_LOOPS);
        return configuration;
    }

    private static HttpClient client(HttpClientConfiguration configuration, Destinations where) {
        var application = new ApplicationConfiguration();
        var bodies =
                new ContextlessMessageBodyHandlerRegistry(
                        application,
                        new NettyByteBufferFactory(),
                        new NettyByteBufMessageBodyHandler());
        return new DefaultHttpClient(
                null,
                HttpVersionSelection.forClientConfiguration(configuration),
                configuration,
                null,
                new NoFilters(),
                List.of(),
                new DefaultThreadFactory("web", true),
                new NettyClientSslBuilder(new ResourceResolver()),
                MediaTypeCodecRegistry.of(),
                bodies,
                WebSocketBeanRegistry.EMPTY,
                new DefaultRequestBinderRegistry(ConversionService.SHARED),
                null,
                NioSocketChannel::new,
                NioDatagramChannel::new,
                new NettyClientCustomizer() {},
                null,
                ConversionService.SHARED,
                new GuardedResolvers(where));
    }

    private static final class NoFilters
            implements HttpClientFilterResolver<ClientFilterResolutionContext> {

        @Override
        public List<HttpFilterResolver.FilterEntry> resolveFilterEntries(
                ClientFilterResolutionContext context) {
            return List.of();
        }

        @Override
        public List<GenericHttpFilter> resolveFilters(
                HttpRequest<?> request, List<HttpFilterResolver.FilterEntry> entries) {
            return List.of();
        }
    }
}
