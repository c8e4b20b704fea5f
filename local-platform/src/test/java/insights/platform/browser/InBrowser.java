package insights.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.Build;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Site}, which is started once. After each test nobody's browser may have complained: no error in its
 * console, nothing that the policy of content did not let in. Of a test that fails there are pictures.
 */
class InBrowser implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Site site = site(context);
        if (context.getExecutionException().isPresent()) {
            site.photograph(Build.ofThisProject()
                    .root()
                    .resolve("local-platform/target/browser-failures")
                    .resolve(context.getRequiredTestClass().getSimpleName())
                    .resolve(context.getDisplayName().replaceAll("\\W+", "-")));
            site.endOfTest();
        } else {
            assertThat(site.endOfTest()).as("complaints of browsers").isEmpty();
        }
    }

    private static Site site(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Site.class, type -> SharedSite.start(), Site.class);
    }
}
