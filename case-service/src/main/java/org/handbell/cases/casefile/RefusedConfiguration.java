package org.handbell.cases.casefile;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RefusedConfiguration implements WebMvcConfigurer {

    private final RefusedAdvice refused;

    RefusedConfiguration(RefusedAdvice refused) {
        this.refused = refused;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(refused).addPathPatterns("/cases/**");
    }
}
