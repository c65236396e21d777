"""`python -m smsdesk`."""

import sys

from smsdesk.app import main

sys.exit(main(sys.argv[1:]))
