-- A file that was refused, or stopped, is no newer when it comes again and is taken: of these, content is a hash of all that stood in
-- the file, because what it says of opt-outs (said) may not have been readable. Of others it is no longer looked at.
update profile_import set content = null;
