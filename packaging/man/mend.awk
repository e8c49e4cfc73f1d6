# What generate-manual leaves to be desired: names with dashes, examples as they are written, each
# sentence on a line of its own.

function leave_example() {
  if (in_example) print ".Ed"
  in_example = 0
}

# The first example of a text is guarded against being a request.
{ sub(/^\\& \\& /, "  ") }

/^  / {
  if (!in_example) print ".Bd -literal -offset indent"
  in_example = 1
  print "\\&" substr($0, 3)
  next
}

{ leave_example() }

/^\.Dt / { print ".Dt " toupper(name) " 1"; next }
/^\.Sh / { section = $2 }
/^\.Nm "/ && section == "NAME" {
  command = $0
  print ".Nm " name
  next
}
/^\.Nd "/ { gsub(/^\.Nd "|\.?"$/, ""); print ".Nd " $0; next }
/^\.Nm$/ && section == "SYNOPSIS" { print command ? command : $0; next }
/^\.Ex -std$/ { print ".Ex -std descent"; next }
/^\.Xr / { gsub(/\./, "-", $2); print; next }
# A value that is a list says so itself.
/^\./ { sub(/\.\.\.\.\.\.$/, "..."); print; next }

{
  text = $0
  while (match(text, /[A-Za-z0-9)"'][.?!] +[^ ]/)) {
    print substr(text, 1, RSTART + 1)
    text = substr(text, RSTART + RLENGTH - 1)
    # A quote or a dot at the beginning of a line would make it a request.
    if (text ~ /^['.]/) text = "\\&" text
  }
  print text
}

END { leave_example() }
