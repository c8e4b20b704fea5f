-- The first import analyzes what it brought, so that the next one knows how wide it is and in which order it lies.
grant maintain on profile to "${service-role}";
