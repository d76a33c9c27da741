"""What every generated method stands on: ordinary Python, the same in each package.

From a generated method to the bytes on the wire: `client.py` (`call`) makes one `Request` from the
method's arguments (`call.py`), and `transport.py` sends it. `responses.py` reads the answer.
"""
