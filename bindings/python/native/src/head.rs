//! What of an assessment has a fixed place in its bytes: numbers are big-endian, members of enums
//! count from 1.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyTuple};

const SIZE: usize = 22;

/// An assessment as the library writes it, and what is found there without reading it.
#[pyclass(frozen, subclass, module = "himaya._direct")]
pub struct Head {
    data: Py<PyBytes>,
    fixed: [u8; SIZE],
}

#[pymethods]
impl Head {
    #[new]
    fn new(data: Bound<'_, PyBytes>) -> PyResult<Self> {
        let Some(fixed) = data.as_bytes().first_chunk() else {
            return Err(PyValueError::new_err("not an assessment"));
        };
        Ok(Self { fixed: *fixed, data: data.unbind() })
    }

    #[getter]
    fn _data(&self, py: Python<'_>) -> Py<PyBytes> {
        self.data.clone_ref(py)
    }

    /// Version of the JSON form.
    #[getter]
    fn schema_version(&self) -> u32 {
        self.number(0)
    }

    /// What was looked at.
    #[getter]
    fn input_type<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static MEMBERS: PyOnceLock<Py<PyTuple>> = PyOnceLock::new();
        member(py, &MEMBERS, "InputType", self.number(4))
    }

    /// What the policy says to do.
    #[getter]
    fn action<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static MEMBERS: PyOnceLock<Py<PyTuple>> = PyOnceLock::new();
        member(py, &MEMBERS, "Action", self.number(8))
    }

    /// Whether everything was looked at.
    #[getter]
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static MEMBERS: PyOnceLock<Py<PyTuple>> = PyOnceLock::new();
        member(py, &MEMBERS, "Status", self.number(12))
    }

    /// Probability of harm, 0..1: of the conversation so far for messages, the strongest
    /// finding's for pictures, what several looks agree on for streams.
    #[getter]
    fn risk(&self) -> f32 {
        f32::from_bits(self.number(16))
    }

    /// Whether the child must be able to see that messages are looked at.
    #[getter]
    fn monitoring_notice_required(&self) -> bool {
        self.fixed[20] != 0
    }
}

impl Head {
    fn number(&self, at: usize) -> u32 {
        let bytes = self.fixed.get(at..).and_then(|rest| rest.first_chunk());
        bytes.map_or(0, |bytes| u32::from_be_bytes(*bytes))
    }
}

/// A member of one of `himaya.vocabulary`'s enums.
fn member<'py>(
    py: Python<'py>,
    members: &PyOnceLock<Py<PyTuple>>,
    kind: &str,
    number: u32,
) -> PyResult<Bound<'py, PyAny>> {
    let members = members.get_or_try_init(py, || {
        let kind = py.import("himaya.vocabulary")?.getattr(kind)?;
        let members: Vec<_> = kind.try_iter()?.collect::<PyResult<_>>()?;
        PyResult::Ok(PyTuple::new(py, members)?.unbind())
    })?;
    let place = usize::try_from(number)?;
    members.bind(py).get_item(place.wrapping_sub(1))
}
