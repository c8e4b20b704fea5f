package insights.destination;

import insights.common.testing.OidcResource;
import io.quarkus.test.common.QuarkusTestResource;

/** What every test of the running service has around it. */
@QuarkusTestResource(DestinationDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(Neighbours.class)
class TestEnvironment {}
