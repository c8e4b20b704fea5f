update connection set last_check_outcome = 'NOT_THE_DESTINATION' where last_check_outcome = 'NOT_AUTOPILOT';
