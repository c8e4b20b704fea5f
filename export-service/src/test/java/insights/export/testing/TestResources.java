package insights.export.testing;

import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;

/** What the service finds around it in all tests of this module. Quarkus applies it wherever it stands. */
@QuarkusTestResource(ExportDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(NeighboursResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(NoticesResource.class)
final class TestResources {}
