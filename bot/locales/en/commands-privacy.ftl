# The commands of /privacy; a description has 100 characters at most.

command-privacy-description = What I keep about you
command-privacy-show-description = Tell what is kept about you
command-privacy-export-description = Get all that is kept about you, as one file
command-privacy-delete-description = Erase all that is kept about you; asks first
