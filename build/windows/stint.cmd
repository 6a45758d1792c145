@echo off
rem The stint command of an installed Stint: the app's own program, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0Stint.exe" "%~dp0resources\app.asar\dist\node\cli.js" %*
