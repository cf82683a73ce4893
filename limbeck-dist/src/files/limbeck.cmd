@echo off
rem Starts the command line of Limbeck on Windows, with a class-data archive made at first use in the user's own folder.
rem Options for Java itself go into LIMBECK_JAVA_OPTS; without an archive everything works, a little slower.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "HOME_OF_JAVA=%JAVA_HOME%"
if exist "%ROOT%runtime\bin\java.exe" set "HOME_OF_JAVA=%ROOT%runtime"
set "JAVA=java.exe"
if defined HOME_OF_JAVA set "JAVA=%HOME_OF_JAVA%\bin\java.exe"
if not defined HOME_OF_JAVA for %%j in (java.exe) do if not "%%~$PATH:j"=="" for %%h in ("%%~dp$PATH:j..") do set "HOME_OF_JAVA=%%~fh"

set "VERSION="
if exist "%HOME_OF_JAVA%\release" for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%HOME_OF_JAVA%\release"') do set "VERSION=%%~v"
set "MAJOR=0"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"

set "CLASSES=%ROOT%lib\*"
set "CP=%CLASSES%;%ROOT%lib\drivers\*"
if defined LIMBECK_DRIVERS set "CP=%CP%;%LIMBECK_DRIVERS%\*"
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms24m"
for %%w in (%*) do if "%%~w"=="data" set "QUICK=-XX:+TieredCompilation -XX:+UseG1GC"

set "BUILD=none"
if exist "%ROOT%lib\build" set /p BUILD=<"%ROOT%lib\build"
set "STORE=%LOCALAPPDATA%\Limbeck\launch"
set "ARCHIVE=%STORE%\%BUILD%-%VERSION%.jsa"
set "FLAGS=-Xlog:disable -Xlog:all=error:stderr"
if %MAJOR% GEQ 25 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
set "USE="
if not defined LOCALAPPDATA goto run
if %MAJOR% LSS 17 goto run
if exist "%ARCHIVE%" goto use
if exist "%ARCHIVE%.none" goto run
if not exist "%STORE%" mkdir "%STORE%" >nul 2>&1
if %MAJOR% GEQ 25 (
    "%JAVA%" %FLAGS% %QUICK% "-XX:AOTCacheOutput=%ARCHIVE%" -cp "%CP%" org.limbeck.cli.training.Training >nul 2>&1
) else (
    "%JAVA%" %FLAGS% %QUICK% "-XX:ArchiveClassesAtExit=%ARCHIVE%" -cp "%CP%" org.limbeck.cli.training.Training >nul 2>&1
)
if not exist "%ARCHIVE%" (
    echo none>"%ARCHIVE%.none"
    goto run
)
:use
set "USE=-XX:SharedArchiveFile=%ARCHIVE%"
if %MAJOR% GEQ 25 set "USE=-XX:AOTCache=%ARCHIVE%"
:run
if defined USE (
    "%JAVA%" %FLAGS% %QUICK% "%USE%" %LIMBECK_JAVA_OPTS% -cp "%CP%" org.limbeck.cli.Main %*
) else (
    "%JAVA%" %FLAGS% %QUICK% %LIMBECK_JAVA_OPTS% -cp "%CP%" org.limbeck.cli.Main %*
)
exit /b %ERRORLEVEL%
