@echo off
rem Starts Maskguard from a checkout, on Windows. As the script "maskguard" beside it, but simpler: it takes
rem MASKGUARD_JAVA_HOME, then JAVA_HOME, then java from the PATH, which must be 25 or newer, and builds on first use.
rem To rebuild after a change of the sources: mvn -q package -DskipTests
setlocal enableextensions enabledelayedexpansion
set "root=%~dp0"
set "state=%root%.maskguard"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined MASKGUARD_JAVA_HOME set "java=%MASKGUARD_JAVA_HOME%\bin\java"

"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo maskguard: no JDK 25 or newer was found; install one, or name it in MASKGUARD_JAVA_HOME 1>&2
    exit /b 3
)

if not exist "%root%test-meshes\target\classpath" (
    echo maskguard: building, once; this takes a minute or two ... 1>&2
    if not exist "%state%" mkdir "%state%"
    pushd "%root%"
    call mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true package > "%state%\build.log" 2>&1 < nul
    set "failed=!errorlevel!"
    popd
    if not "!failed!"=="0" (
        echo maskguard: the build failed; see "%state%\build.log" 1>&2
        exit /b 3
    )
)

set "jars="
for %%m in (guard-core slicer-plugin gateway-daemon test-meshes) do (
    for %%j in ("%root%%%m\target\%%m-*.jar") do set "jars=!jars!%%~fj;"
    for /f "usebackq delims=" %%c in ("%root%%%m\target\classpath") do set "jars=!jars!%%c;"
)
if not exist "%state%" mkdir "%state%"
rem An argument file, because a command line is too short; backslashes are doubled within its quotes.
> "%state%\class-path" echo -cp "!jars:\=\\!"

"%java%" -XX:+UseSerialGC -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED ^
    -Dslf4j.internal.verbosity=ERROR "-Dmaskguard.launcher=%~f0" %MASKGUARD_JAVA_OPTS% @"%state%\class-path" org.maskguard.cli.Main %*
exit /b %errorlevel%
