package dev.laurel.gateway;

import dev.laurel.testinfra.openapi.OpenApiContract;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RunningGateway
class OpenApiContractIT {

    private final RequestMappingHandlerMapping mapping;

    @Autowired
    OpenApiContractIT(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Test
    void hasTheOperationsThatItsDocumentPromises() {
        Set<String> mapped = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        info.getPatternValues()
                                                .forEach(path -> mapped.add(method + " " + path))));
        OpenApiContract.of("gateway").assertSameAs(mapped);
    }
}
