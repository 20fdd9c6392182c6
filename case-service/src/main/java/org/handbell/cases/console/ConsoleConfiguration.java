package org.handbell.cases.console;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Public files: our own, and of govuk-frontend its style sheet and script alone. Its fonts and
/// images, which may only be used on GOV.UK, are not reachable.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleConfiguration implements WebMvcConfigurer {

    private static final Duration KEPT_BY_BROWSERS = Duration.ofHours(1);
    private static final String GOVUK =
            "classpath:/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final String HTMX =
            "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        assets(registry, "/assets/cases/**", "classpath:/static/cases/");
        assets(registry, "/assets/govuk/{file:govuk-frontend\\.min\\.(?:css|js)}", GOVUK);
        assets(registry, "/assets/htmx/{file:htmx\\.min\\.js}", HTMX);
    }

    private static void assets(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePublic());
    }
}
