#!/usr/bin/env bash
# Tests the packages as their users meet them: packs them to a feed in a temporary folder, and builds and runs projects there that know
# nothing of this repository. Prints a line for each check, "passed: ..." or "failed: ..." with the output of what failed.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A package cache of its own: packages of an earlier run have the same version and must not be found.
export NUGET_PACKAGES="$work/packages"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The projects under test take the version from here.
ProbModelsVersion=$(dotnet msbuild "$root/src/Inference/ProbModels.Inference.csproj" -getProperty:Version)
export ProbModelsVersion

failures=0
check() { # name, command...
    local name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        echo "passed: $name"
    else
        echo "failed: $name"
        sed 's/^/    /' "$work/log"
        failures=$((failures + 1))
    fi
}

without_warnings() { # command...
    "$@" >"$work/quiet" 2>&1
    local code=$?
    cat "$work/quiet"
    ! grep -q ': warning ' "$work/quiet" && return $code
}

run() { dotnet run --project "$work/$1" --configuration Release; }

# The packs of the repository itself are restored as usual, its own cache is the one of the build before.
pack() { env -u NUGET_PACKAGES dotnet pack "$root/ProbModels.sln" --configuration Release --output "$work/feed"; }

has_contents() {
    local package="$NUGET_PACKAGES/probmodels/$ProbModelsVersion"
    find "$package" -type f | sort
    local file
    for file in README.md analyzers/dotnet/cs/ProbModels.Generator.dll \
        lib/net10.0/ProbModels.{Inference,Runtime}.{dll,xml}; do
        [ -f "$package/$file" ] || { echo "$file is missing"; return 1; }
    done
    ! grep -i 'dependency id' "$package/probmodels.nuspec"
}

has_generated_files() {
    local generated="$work/OnePackage/obj/Release/net10.0/generated/ProbModels.Generator/ProbModels.Generator.ProbModelsGenerator"
    ls "$generated"
    grep -q 'y\[i\] ~ Normal(mu, 1)' "$generated/Measurement.Model.g.cs"
}

publish() { # kind, property
    without_warnings dotnet publish "$work/OnePackage" --configuration Release --use-current-runtime \
        --output "$work/$1" "-p:$2=true" -p:TrimmerSingleWarn=false
}

cp "$root/global.json" "$work/"
cp -r "$here"/*/ "$work/"
cat >"$work/nuget.config" <<CONFIG
<configuration>
  <packageSources>
    <add key="under test" value="$work/feed" />
  </packageSources>
</configuration>
CONFIG

check "the packages are packed without warnings" without_warnings pack
check "a project with one package reference samples a posterior" run OnePackage
check "the package has libraries, documentation, generator and readme, and depends on nothing" has_contents
check "the generated code can be read" has_generated_files
check "a distribution in the model's own project" run OwnDistribution
check "a package of somebody else's is packed" without_warnings dotnet pack "$work/Acme.Distributions" --configuration Release --output "$work/feed"
check "a model with a distribution of another package" run TwoPackages
check "the terminal's package brings the generator along" run OnlyTerminal
check "trimming gives no warnings" publish trimmed PublishTrimmed
check "the trimmed program runs" "$work/trimmed/OnePackage"

((failures == 0))
