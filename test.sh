#!/usr/bin/env bash
# Builds the solution, runs every test project and the test of the packages, and ends with the totals.
# Needs bash, the .NET SDK and access to NuGet.
set -uo pipefail
cd "$(dirname "$0")"

passed=0
failed=0

# Adds one run to the totals. What ran but proved nothing, a crash or no test at all, counts as a failure.
count() { # name, passed, failed, exit code
    local name=$1 good=$2 bad=$3 code=$4
    if ((bad == 0 && (code != 0 || good == 0))); then
        echo "$name: exit code $code after $good passed tests; counted as a failure"
        bad=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    echo "$name: $good passed, $bad failed"
}

attribute() { # name, file: a count from the <assembly> element of an xUnit report, 0 if there is none
    local value
    value=$(sed -n "s/.*<assembly [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" 2>/dev/null | head -n 1)
    echo "${value:-0}"
}

dotnet build ProbModels.sln --configuration Release --verbosity quiet || exit 1

reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT

for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    echo "== $name"
    dotnet run --project "$project" --configuration Release --no-build -- -noLogo -noColor -result-xml "$reports/$name.xml"
    code=$?
    count "$name" "$(attribute passed "$reports/$name.xml")" \
        $(($(attribute failed "$reports/$name.xml") + $(attribute errors "$reports/$name.xml"))) $code
done

if [ -x tests/Package/run.sh ]; then
    echo "== packages"
    tests/Package/run.sh | tee "$reports/packages.txt"
    code=${PIPESTATUS[0]}
    count packages "$(grep -c '^passed: ' "$reports/packages.txt")" "$(grep -c '^failed: ' "$reports/packages.txt")" "$code"
fi

echo "$passed passed, $failed failed"
((failed == 0))
