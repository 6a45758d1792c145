@echo off
rem The stint command of an installed Stint: the app's own program, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
set program=cli.cjs
if "%~1 %~2"=="hook claude" if not "%~3"=="--help" set program=hook.cjs
if "%~1"=="statusline" if not "%~2"=="--help" set program=statusline.cjs
"%~dp0Stint.exe" "%~dp0resources\app.asar\dist\node\%program%" %*
