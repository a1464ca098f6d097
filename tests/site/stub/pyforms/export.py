FORMATS = ("csv",)
